package id.antar.gateway.stream.hub;

/// Why the gateway ends a connection. Codes from 4000 on are Antar's own.
public enum CloseReason {
  /// The engine is stopping: reconnect elsewhere or in a moment.
  GOING_AWAY(1001, "going-away"),
  /// The client's token has expired: reconnect with a new one.
  TOKEN_EXPIRED(4001, "token-expired"),
  /// The session was ended, the API key revoked, or the account suspended or closed: sign in again.
  ACCESS_ENDED(4003, "access-ended"),
  /// More facts waited than are kept for one client: reconnect and resume.
  TOO_SLOW(4008, "too-slow"),
  /// Nothing was read for too long although something was to be read.
  STALLED(4009, "stalled"),
  /// The client sent more than anybody has to say: slow down, then reconnect.
  TOO_MANY_FRAMES(4029, "too-many-frames");

  private final int code;
  private final String text;

  CloseReason(int code, String text) {
    this.code = code;
    this.text = text;
  }

  public int code() {
    return code;
  }

  public String text() {
    return text;
  }
}
