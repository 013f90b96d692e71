package id.antar.api.account;

import java.time.Instant;

/// Facts about one session after its opening. That it was ended is a fact about its account.
public sealed interface SessionEvent {
  SessionId sessionId();

  AccountId accountId();

  Instant occurredAt();

  /// @param generation of the token that is good from now on
  record SessionRefreshed(
      SessionId sessionId,
      AccountId accountId,
      int generation,
      String tokenHash,
      String client,
      Instant idleUntil,
      Instant occurredAt)
      implements SessionEvent {}

  /// A token was shown that had been exchanged before: one of two who have it is a thief.
  record SessionFamilyRevoked(
      SessionId sessionId, AccountId accountId, int generation, Instant occurredAt)
      implements SessionEvent {}
}
