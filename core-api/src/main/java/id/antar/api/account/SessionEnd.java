package id.antar.api.account;

/// Why a session was over before its time.
public enum SessionEnd {
  SIGNED_OUT,
  ENDED_BY_OWNER,
  /// There were too many; the one that is the oldest goes.
  TOO_MANY,
  PASSWORD_CHANGED,
  /// An old refresh token was shown.
  REUSED,
  SUSPENDED,
  CLOSED
}
