package id.antar.command.account;

import static id.antar.command.Cast.NOON;
import static id.antar.command.account.Owner.ID;
import static id.antar.command.account.Owner.SESSION;
import static id.antar.command.account.Owner.after;
import static id.antar.command.account.Owner.session;

import id.antar.api.account.AccountRejection.InvalidRefreshToken;
import id.antar.api.account.AccountRejection.RefreshTokenReused;
import id.antar.api.account.SessionCommand.RefreshSession;
import id.antar.api.account.SessionEvent;
import id.antar.api.account.SessionEvent.SessionFamilyRevoked;
import id.antar.api.account.SessionEvent.SessionRefreshed;
import id.antar.command.decider.History;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final SessionRefreshed FIRST = refreshed(1, NOON);
  private static final SessionRefreshed SECOND = refreshed(2, after(5));

  private static History<SessionState, RefreshSession, SessionEvent> given(SessionEvent... events) {
    return new History<SessionState, RefreshSession, SessionEvent>(
            new SessionState.Fresh(),
            SessionState::evolve,
            (state, command) ->
                state.decide(command, session(SESSION, 0, NOON), Duration.ofSeconds(10)))
        .and(events);
  }

  private static String hash(int generation) {
    return generation == 0 ? "token-hash" : "hash-" + generation;
  }

  private static RefreshSession refresh(int generation, String client, Instant at) {
    return new RefreshSession(
        SESSION,
        ID,
        generation,
        hash(generation),
        hash(generation + 1),
        client,
        at.plusSeconds(1_000),
        at);
  }

  private static SessionRefreshed refreshed(int generation, Instant at) {
    return new SessionRefreshed(
        SESSION, ID, generation, hash(generation), "phone", at.plusSeconds(1_000), at);
  }

  @Test
  void eachTokenIsExchangedForTheNext() {
    given().when(refresh(0, "phone", NOON)).then(FIRST);
    given(FIRST).when(refresh(1, "phone", after(5))).then(SECOND);
  }

  @Test
  void whoeverShowsAnOldTokenEndsTheSession() {
    given(FIRST, SECOND)
        .when(refresh(0, "phone", after(6)))
        .thenRefusedBy(
            new RefreshTokenReused(), new SessionFamilyRevoked(SESSION, ID, 0, after(6)));
    given(FIRST, SECOND, new SessionFamilyRevoked(SESSION, ID, 0, after(6)))
        .when(refresh(2, "phone", after(7)))
        .thenRefused(new InvalidRefreshToken());
  }

  @Test
  void theSameClientMayAskAgainForAnAnswerThatWasLost() {
    given(FIRST).when(refresh(0, "phone", after(10))).thenNothing();
  }

  @Test
  void anotherClientOrALaterOneMayNot() {
    given(FIRST)
        .when(refresh(0, "thief", after(1)))
        .thenRefusedBy(
            new RefreshTokenReused(), new SessionFamilyRevoked(SESSION, ID, 0, after(1)));
    given(FIRST)
        .when(refresh(0, "phone", after(11)))
        .thenRefusedBy(
            new RefreshTokenReused(), new SessionFamilyRevoked(SESSION, ID, 0, after(11)));
  }

  @Test
  void onceTheSuccessorWasUsedNobodyMay() {
    given(FIRST, SECOND)
        .when(refresh(0, "phone", after(6)))
        .thenRefusedBy(
            new RefreshTokenReused(), new SessionFamilyRevoked(SESSION, ID, 0, after(6)));
  }

  @Test
  void aTokenThatWasNeverGivenIsNotGood() {
    given(FIRST).when(refresh(3, "phone", after(1))).thenRefused(new InvalidRefreshToken());
    var forged =
        new RefreshSession(SESSION, ID, 1, "forged", "next", "phone", after(1_000), after(1));
    given(FIRST).when(forged).thenRefused(new InvalidRefreshToken());
  }

  @Test
  void aSessionThatIsIdleOrOldIsOver() {
    given().when(refresh(0, "phone", after(1_000))).thenRefused(new InvalidRefreshToken());
    given(FIRST).when(refresh(1, "phone", after(1_000))).thenRefused(new InvalidRefreshToken());
    var latest = refreshed(1, after(4_999));
    given(latest).when(refresh(1, "phone", after(5_000))).thenRefused(new InvalidRefreshToken());
  }
}
