package id.antar.command.account;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.refuse;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.account.AccountEvent.SessionOpened;
import id.antar.api.account.AccountRejection.InvalidRefreshToken;
import id.antar.api.account.AccountRejection.RefreshTokenReused;
import id.antar.api.account.SessionCommand.RefreshSession;
import id.antar.api.account.SessionEvent;
import id.antar.api.account.SessionEvent.SessionFamilyRevoked;
import id.antar.api.account.SessionEvent.SessionRefreshed;
import id.antar.command.decider.Decision;
import java.time.Duration;
import java.time.Instant;

/// Which refresh token of a session is good: each is exchanged once, for its successor.
///
/// Whoever shows one that was exchanged ends the session: one of two who have it is a thief, and
/// nobody knows which. There is one exception. An answer may be lost on its way, and its client
/// asks again; so the same client, within the grace, is given the same successor, as long as nobody
/// exchanged that. A thief at another address or with another program is not the same client, and
/// one who is gains what the first answer said and no second line of tokens.
sealed interface SessionState {

  /// Nothing was exchanged yet: what is good is known to the account.
  record Fresh() implements SessionState {}

  record Refreshed(SessionRefreshed latest) implements SessionState {

    /// Its successor follows from the token alone, so that an equal successor was asked for by the
    /// token that was exchanged last.
    boolean isLostAnswer(RefreshSession c, Duration grace) {
      return c.generation() == latest.generation() - 1
          && c.nextHash().equals(latest.tokenHash())
          && c.client().equals(latest.client())
          && !c.occurredAt().isAfter(latest.occurredAt().plus(grace));
    }
  }

  record Revoked() implements SessionState {}

  default Decision<SessionEvent> decide(RefreshSession c, SessionOpened opened, Duration grace) {
    return switch (this) {
      case Fresh _ -> decide(c, 0, opened.tokenHash(), opened.idleUntil(), opened.endsAt());
      case Refreshed state ->
          state.isLostAnswer(c, grace)
              ? satisfied()
              : decide(
                  c,
                  state.latest().generation(),
                  state.latest().tokenHash(),
                  state.latest().idleUntil(),
                  opened.endsAt());
      case Revoked _ -> reject(new InvalidRefreshToken());
    };
  }

  private static Decision<SessionEvent> decide(
      RefreshSession c, int generation, String tokenHash, Instant idleUntil, Instant endsAt) {
    Instant now = c.occurredAt();
    if (!now.isBefore(idleUntil) || !now.isBefore(endsAt)) {
      return reject(new InvalidRefreshToken());
    }
    if (c.generation() < generation) {
      return refuse(
          new RefreshTokenReused(),
          new SessionFamilyRevoked(c.sessionId(), c.accountId(), c.generation(), now));
    }
    return c.generation() == generation && c.tokenHash().equals(tokenHash)
        ? accept(refreshed(c))
        : reject(new InvalidRefreshToken());
  }

  private static SessionRefreshed refreshed(RefreshSession c) {
    return new SessionRefreshed(
        c.sessionId(),
        c.accountId(),
        c.generation() + 1,
        c.nextHash(),
        c.client(),
        c.idleUntil(),
        c.occurredAt());
  }

  default SessionState evolve(SessionEvent event) {
    return switch (event) {
      case SessionRefreshed e -> new Refreshed(e);
      case SessionFamilyRevoked _ -> new Revoked();
    };
  }
}
