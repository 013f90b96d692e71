package id.antar.api.account;

import java.time.Instant;

/// What can be asked of a session once it is open.
public sealed interface SessionCommand {
  SessionId sessionId();

  AccountId accountId();

  /// Gives the session's next token for this one.
  ///
  /// @param generation of the token that was shown, 0 for the first
  /// @param tokenHash of the token that was shown
  /// @param nextHash of the one that follows from it
  /// @param client a fingerprint of where the request came from
  record RefreshSession(
      SessionId sessionId,
      AccountId accountId,
      int generation,
      String tokenHash,
      String nextHash,
      String client,
      Instant idleUntil,
      Instant occurredAt)
      implements SessionCommand {}
}
