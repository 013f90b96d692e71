package id.antar.command.account;

import static id.antar.command.Cast.NOON;
import static id.antar.command.account.Owner.*;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.account.AccountCommand;
import id.antar.api.account.AccountCommand.*;
import id.antar.api.account.AccountEvent;
import id.antar.api.account.AccountEvent.*;
import id.antar.api.account.AccountRejection.*;
import id.antar.api.account.SessionEnd;
import id.antar.api.account.SessionId;
import id.antar.api.message.Actor.Role;
import id.antar.api.person.Personal;
import id.antar.command.decider.History;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountTest {

  private static final AccountPolicy POLICY = AccountPolicy.standard();
  private static final Personal<String> NEW_HASH = Personal.of(PERSON, "hash-2");

  private static History<AccountState, AccountCommand, AccountEvent> given(
      List<AccountEvent> events) {
    return new History<AccountState, AccountCommand, AccountEvent>(
            new AccountState.Unopened(),
            (state, event) -> state.evolve(event, POLICY),
            (state, command) -> state.decide(command, POLICY))
        .and(events);
  }

  private static History<AccountState, AccountCommand, AccountEvent> ada(AccountEvent... more) {
    return given(live(Role.CUSTOMER, more));
  }

  private static AccountEvent[] enabled(String... recoveryHashes) {
    return new AccountEvent[] {
      new SecondFactorProposed(ID, SECRET, NOON),
      new SecondFactorEnabled(ID, List.of(recoveryHashes), step(NOON), MAILBOX, NOON)
    };
  }

  @Test
  void anAccountIsAdmittedWhenItsEmailIsItsOwn() {
    given(List.of(opened(Role.CUSTOMER)))
        .when(new AdmitAccount(ID, "c1", NOON))
        .then(admitted(Role.CUSTOMER), confirmation("c1"));
    given(List.of(opened(Role.CUSTOMER)))
        .when(new DeclineAccount(ID, NOON))
        .then(new AccountDeclined(ID, MAILBOX, NOON));
    ada().when(new AdmitAccount(ID, "c2", NOON)).thenNothing();
  }

  @Test
  void nobodySignsInBeforeTheEmailIsConfirmed() {
    List<AccountEvent> unconfirmed =
        List.of(opened(Role.CUSTOMER), admitted(Role.CUSTOMER), confirmation("c1"));

    given(List.of()).when(open(SESSION, null, NOON)).thenRefused(new InvalidCredentials());
    given(List.of(opened(Role.CUSTOMER)))
        .when(open(SESSION, null, NOON))
        .thenRefused(new InvalidCredentials());
    given(unconfirmed).when(open(SESSION, null, NOON)).thenRefused(new InvalidCredentials());
    given(unconfirmed)
        .when(new ConfirmEmail(ID, 1, "other", NOON))
        .thenRefused(new InvalidMailToken());
    given(unconfirmed)
        .when(new ConfirmEmail(ID, 1, "c1", after(3 * 86_400)))
        .thenRefused(new InvalidMailToken());
    given(unconfirmed).when(new ConfirmEmail(ID, 1, "c1", NOON)).then(new EmailConfirmed(ID, NOON));
    given(unconfirmed)
        .when(new ConfirmEmail(ID, 2, "c1", NOON))
        .thenRefused(new InvalidCredentials());
    ada().when(new ConfirmEmail(ID, 1, "c1", NOON)).thenNothing();
    ada().when(open(SESSION, null, NOON)).then(session(SESSION, 0, NOON));
  }

  @Test
  void aPasswordThatIsNoLongerTheAccountsOpensNothing() {
    ada(new PasswordChanged(ID, 2, false, NEW_HASH, MAILBOX, NOON))
        .when(open(SESSION, null, NOON))
        .thenRefused(new InvalidCredentials());
    ada(new AccountSuspended(ID, "fraud", NOON))
        .when(open(SESSION, null, NOON))
        .thenRefused(new InvalidCredentials());
  }

  @Test
  void aResetIsGoodOnceAndEndsAllSessions() {
    var requested = new PasswordResetRequested(ID, "r1", MAILBOX, after(3_600), NOON);
    var changed = new PasswordChanged(ID, 2, true, NEW_HASH, MAILBOX, after(9));
    var ended = new AllSessionsEnded(ID, List.of(SESSION), SessionEnd.PASSWORD_CHANGED, after(9));

    ada().when(new RequestPasswordReset(ID, "r1", NOON)).then(requested);
    ada(requested).when(new RequestPasswordReset(ID, "r2", after(59))).thenNothing();
    ada(session(SESSION, 0, NOON), requested)
        .when(new ResetPassword(ID, "r1", NEW_HASH, after(9)))
        .then(changed, ended);
    ada(requested, changed)
        .when(new ResetPassword(ID, "r1", NEW_HASH, after(9)))
        .thenRefused(new InvalidMailToken());
    ada(requested)
        .when(new ResetPassword(ID, "r1", NEW_HASH, after(3_600)))
        .thenRefused(new InvalidMailToken());
    ada(requested)
        .when(new ResetPassword(ID, "r2", NEW_HASH, after(9)))
        .thenRefused(new InvalidMailToken());
  }

  @Test
  void whoeverAsksAgainForAResetMakesNoLinkVoid() {
    var first = new PasswordResetRequested(ID, "r1", MAILBOX, after(3_600), NOON);
    var same = new PasswordResetRequested(ID, "r1", MAILBOX, after(3_600), after(60));
    var third = new PasswordResetRequested(ID, "r1", MAILBOX, after(3_600), after(120));
    var next = new PasswordResetRequested(ID, "r2", MAILBOX, after(5_400), after(1_800));

    ada(first).when(new RequestPasswordReset(ID, "r2", after(60))).then(same);
    ada(first, same, third).when(new RequestPasswordReset(ID, "r2", after(180))).thenNothing();
    ada(first, same, third).when(new RequestPasswordReset(ID, "r2", after(1_800))).then(next);
    for (String link : List.of("r1", "r2")) {
      ada(first, same, third, next)
          .when(new ResetPassword(ID, link, NEW_HASH, after(3_599)))
          .then(new PasswordChanged(ID, 2, true, NEW_HASH, MAILBOX, after(3_599)));
    }
    ada(first, next)
        .when(new ResetPassword(ID, "r1", NEW_HASH, after(3_600)))
        .thenRefused(new InvalidMailToken());
  }

  @Test
  void anAccountThatNobodyConfirmsEnds() {
    List<AccountEvent> unconfirmed =
        List.of(opened(Role.CUSTOMER), admitted(Role.CUSTOMER), confirmation("c1"));
    var ended = new UnconfirmedAccountEnded(ID, Role.CUSTOMER, EMAIL, NOON);

    given(unconfirmed).when(new EndUnconfirmedAccount(ID, NOON)).then(ended);
    given(unconfirmed)
        .and(List.of(ended))
        .when(open(SESSION, null, NOON))
        .thenRefused(new InvalidCredentials());
    ada().when(new EndUnconfirmedAccount(ID, NOON)).thenNothing();
  }

  @Test
  void aSecondFactorIsNotForWhoeverShowedAFormerPassword() {
    var changed = new PasswordChanged(ID, 2, true, NEW_HASH, MAILBOX, NOON);
    var proposed = new SecondFactorProposed(ID, SECRET, NOON);

    ada(changed)
        .when(new ProposeSecondFactor(ID, 1, SECRET, NOON))
        .thenRefused(new InvalidCredentials());
    ada(proposed, changed)
        .when(new ConfirmSecondFactor(ID, 1, code(NOON), List.of(), NOON))
        .thenRefused(new InvalidCredentials());
    ada(changed).when(new ProposeSecondFactor(ID, 2, SECRET, NOON)).then(proposed);
  }

  @Test
  void aNewPasswordLeavesTheSessionThatAskedForIt() {
    ada(session(SESSION, 0, NOON), session(OTHER, 0, NOON))
        .when(new ChangePassword(ID, 1, NEW_HASH, SESSION, NOON))
        .then(
            new PasswordChanged(ID, 2, false, NEW_HASH, MAILBOX, NOON),
            new AllSessionsEnded(ID, List.of(OTHER), SessionEnd.PASSWORD_CHANGED, NOON));
    ada()
        .when(new ChangePassword(ID, 7, NEW_HASH, SESSION, NOON))
        .thenRefused(new InvalidCredentials());
  }

  @Test
  void aSecondFactorIsEnabledByItsFirstCode() {
    ada()
        .when(new ConfirmSecondFactor(ID, null, "000000", List.of(), NOON))
        .thenRefused(new SecondFactorNotProposed());
    ada(new SecondFactorProposed(ID, SECRET, NOON))
        .when(new ConfirmSecondFactor(ID, null, code(NOON), List.of("h"), NOON))
        .then(new SecondFactorEnabled(ID, List.of("h"), step(NOON), MAILBOX, NOON));
    ada(new SecondFactorProposed(ID, SECRET, NOON))
        .when(new ConfirmSecondFactor(ID, null, "abc", List.of(), NOON))
        .thenRefusedBy(new SecondFactorInvalid(), new SecondFactorFailed(ID, NOON));
    ada(enabled())
        .when(new ProposeSecondFactor(ID, null, SECRET, NOON))
        .thenRefused(new SecondFactorEnabledAlready());
  }

  @Test
  void nobodyKeepsAnAddressByASecondFactorBeforeItIsTheirs() {
    given(List.of(opened(Role.CUSTOMER), admitted(Role.CUSTOMER)))
        .when(new ProposeSecondFactor(ID, null, SECRET, NOON))
        .thenRefused(new InvalidCredentials());
  }

  @Test
  void aCodeIsGoodOnce() {
    var later = after(60);
    ada(enabled()).when(open(SESSION, null, NOON)).thenRefused(new SecondFactorRequired());
    ada(enabled())
        .when(open(SESSION, code(NOON), NOON))
        .thenRefusedBy(new SecondFactorInvalid(), new SecondFactorFailed(ID, NOON));
    ada(enabled())
        .when(open(SESSION, code(later), later))
        .then(session(SESSION, step(later), later));
    ada(enabled())
        .and(session(SESSION, step(later), later))
        .when(open(OTHER, code(later), later))
        .thenRefusedBy(new SecondFactorInvalid(), new SecondFactorFailed(ID, later));
  }

  @Test
  void aRecoveryCodeIsGoodOnce() {
    String hash = "f30c21c9f5c3c8f8c3a2d6a4a5f0d9f4bd9a1d0d34a8a0a1a6c3a1b1e0c0ffee";
    var used = new RecoveryCodeUsed(ID, sha256("AAAA"), 1, MAILBOX, NOON);

    ada(enabled(sha256("AAAA"), hash))
        .when(open(SESSION, "AAAA", NOON))
        .then(used, session(SESSION, 0, NOON));
    ada(enabled(sha256("AAAA"), hash))
        .and(used)
        .when(open(SESSION, "AAAA", NOON))
        .thenRefusedBy(new SecondFactorInvalid(), new SecondFactorFailed(ID, NOON));
  }

  private static String sha256(String text) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void wrongCodesPauseWhoeverIsNotKnown() {
    var wrong = IntStream.range(0, 10).mapToObj(_ -> new SecondFactorFailed(ID, NOON)).toList();
    var paused = ada(enabled()).and(List.copyOf(wrong));
    var later = after(60);

    paused.when(open(SESSION, code(later), later)).thenRefused(new SecondFactorPaused());
    var over = after(901);
    paused.when(open(SESSION, code(over), over)).then(session(SESSION, step(over), over));
    var known =
        new OpenSession(
            ID,
            1,
            code(later),
            true,
            true,
            SESSION,
            ORIGIN,
            "token-hash",
            later.plusSeconds(1_000),
            later.plusSeconds(5_000),
            later);
    paused.when(known).then(session(SESSION, step(later), later));
  }

  @Test
  void staffNeedASecondFactor() {
    given(live(Role.OPERATOR))
        .when(open(SESSION, null, NOON))
        .thenRefused(new SecondFactorMissing());
    given(live(Role.ADMIN, enabled()))
        .when(new DisableSecondFactor(ID, code(after(60)), after(60)))
        .thenRefused(new SecondFactorNeeded());
    given(live(Role.DEVELOPER)).when(open(SESSION, null, NOON)).then(session(SESSION, 0, NOON));
    ada(enabled())
        .when(new DisableSecondFactor(ID, code(after(60)), after(60)))
        .then(new SecondFactorDisabled(ID, MAILBOX, after(60)));
  }

  @Test
  void theOldestOfTooManySessionsGoes() {
    var sessions =
        IntStream.range(0, 20)
            .mapToObj(i -> session(new SessionId("s" + i), 0, after(i)))
            .toArray(AccountEvent[]::new);

    ada(sessions)
        .when(open(SESSION, null, after(30)))
        .then(
            new SessionEnded(ID, new SessionId("s0"), SessionEnd.TOO_MANY, after(30)),
            session(SESSION, 0, after(30)));
  }

  @Test
  void sessionsEndOneByOneOrAllAtOnce() {
    var open = ada(session(SESSION, 0, NOON), session(OTHER, 0, NOON));

    open.when(new EndSession(ID, SESSION, SessionEnd.SIGNED_OUT, NOON))
        .then(new SessionEnded(ID, SESSION, SessionEnd.SIGNED_OUT, NOON));
    open.when(new EndAllSessions(ID, NOON))
        .then(new AllSessionsEnded(ID, List.of(SESSION, OTHER), SessionEnd.ENDED_BY_OWNER, NOON));
    ada()
        .when(new EndSession(ID, SESSION, SessionEnd.SIGNED_OUT, NOON))
        .thenRefused(new UnknownSession());
    open.when(new SuspendAccount(ID, "fraud", NOON))
        .then(
            new AccountSuspended(ID, "fraud", NOON),
            new AllSessionsEnded(ID, List.of(SESSION, OTHER), SessionEnd.SUSPENDED, NOON));
  }

  @Test
  void failuresAreRecordedUpToANumber() {
    var failed = new SignInFailed(ID, ORIGIN, NOON);
    var ten = IntStream.range(0, 10).mapToObj(_ -> (AccountEvent) failed).toList();

    ada().when(new ReportSignInFailure(ID, ORIGIN, NOON)).then(failed);
    ada().and(ten).when(new ReportSignInFailure(ID, ORIGIN, NOON)).thenNothing();
    assertThat(ada().and(ten).when(new ReportSignInFailure(ID, ORIGIN, after(3_600))).events())
        .hasSize(1);
  }

  @Test
  void whatIsClosedIsGone() {
    var close = new CloseAccount(ID, Role.CUSTOMER, NOON);
    var closed = new AccountClosed(ID, EMAIL, NOON);
    ada().when(close).then(closed);
    ada(session(SESSION, 0, NOON))
        .when(close)
        .then(new AllSessionsEnded(ID, List.of(SESSION), SessionEnd.CLOSED, NOON), closed);
    ada(closed).when(close).thenNothing();
    ada(closed).when(open(SESSION, null, NOON)).thenRefused(new InvalidCredentials());
    ada(closed)
        .when(new ResetPassword(ID, "request", HASH, NOON))
        .thenRefused(new InvalidMailToken());
  }

  @Test
  void anotherRolesAccountOfTheSameIdStays() {
    ada().when(new CloseAccount(ID, Role.COURIER, NOON)).thenNothing();
  }
}
