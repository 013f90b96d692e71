package id.antar.command.account;

import static id.antar.command.Cast.NOON;
import static id.antar.command.account.Owner.EMAIL;
import static id.antar.command.account.Owner.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.account.AccountCommand.CloseAccount;
import id.antar.api.account.AccountCommand.ConfirmEmail;
import id.antar.api.account.AccountCommand.EndAllSessions;
import id.antar.api.account.AccountCommand.EndUnconfirmedAccount;
import id.antar.api.account.AccountCommand.OpenAccount;
import id.antar.api.account.AccountCommand.OpenSession;
import id.antar.api.account.AccountEvent.AccountAdmitted;
import id.antar.api.account.AccountEvent.AccountClosed;
import id.antar.api.account.AccountEvent.AccountDeclined;
import id.antar.api.account.AccountEvent.AccountOpened;
import id.antar.api.account.AccountEvent.AllSessionsEnded;
import id.antar.api.account.AccountEvent.UnconfirmedAccountEnded;
import id.antar.api.account.AccountId;
import id.antar.api.account.AccountRejection.InvalidRefreshToken;
import id.antar.api.account.AccountRejection.InvitationOver;
import id.antar.api.account.ApiKeyCommand.IssueApiKey;
import id.antar.api.account.ApiKeyEvent.ApiKeyRevoked;
import id.antar.api.account.ApiKeyId;
import id.antar.api.account.EmailEvent.EmailReleased;
import id.antar.api.account.InvitationCommand.AcceptInvitation;
import id.antar.api.account.InvitationCommand.SendInvitation;
import id.antar.api.account.InvitationId;
import id.antar.api.account.Language;
import id.antar.api.account.Mailbox;
import id.antar.api.account.Permission;
import id.antar.api.account.Registration;
import id.antar.api.account.Scope;
import id.antar.api.account.SessionCommand.RefreshSession;
import id.antar.api.account.SessionEvent.SessionFamilyRevoked;
import id.antar.api.account.SessionEvent.SessionRefreshed;
import id.antar.api.account.SessionId;
import id.antar.api.courier.CourierEvent.CourierRegistered;
import id.antar.api.courier.CourierId;
import id.antar.api.geo.Vehicle;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.message.Receipt;
import id.antar.api.person.PersonCommand.ForgetPerson;
import id.antar.api.person.PersonCommand.Ground;
import id.antar.api.person.PersonEvent.PersonForgotten;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.time.EngineClock;
import id.antar.command.TestEngine;
import id.antar.command.mail.Mail;
import id.antar.command.mail.Mail.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Accounts, e-mails, sessions and invitations together.
class AccountProcessTest {

  private static TestEngine engine;

  @BeforeAll
  static void start() {
    engine = new TestEngine();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static OpenAccount open(
      AccountId id, Role role, String email, @Nullable Registration registration) {
    PersonId person = PersonId.of(id.as(role));
    return new OpenAccount(
        id,
        role,
        Scope.OWN,
        email(email),
        Personal.of(person, new Mailbox(email + "@example.com", Language.EN)),
        Personal.of(person, "hash"),
        registration == null ? null : Personal.of(person, registration),
        false,
        NOON);
  }

  private static id.antar.api.account.EmailKey email(String name) {
    return new id.antar.api.account.EmailKey("%064x".formatted(Math.abs(name.hashCode())));
  }

  private static AccountId id() {
    return new AccountId(Ids.random());
  }

  private static List<Kind> mailsTo(String name) {
    return engine.mails().stream()
        .filter(mail ->
            mail.to().find().map(to -> to.email().equals(name + "@example.com")).orElse(false))
        .map(Mail::kind)
        .toList();
  }

  private static AccountId admitted(String email) {
    AccountId id = id();
    engine.accept(open(id, Role.CUSTOMER, email, null));
    await().until(() -> engine.facts(id).stream().anyMatch(AccountAdmitted.class::isInstance));
    engine.accept(new ConfirmEmail(id, 1, Ids.derive("confirmation", id.value()), NOON));
    return id;
  }

  private static SessionId session(AccountId id) {
    return session(id, NOON);
  }

  private static SessionId session(AccountId id, Instant now) {
    var session = new SessionId(Ids.random());
    engine.accept(
        new OpenSession(
            id,
            1,
            null,
            false,
            true,
            session,
            ORIGIN,
            "hash-0",
            now.plusSeconds(1_000),
            now.plusSeconds(5_000),
            now));
    return session;
  }

  private static RefreshSession refresh(AccountId id, SessionId session, String client) {
    return new RefreshSession(
        session, id, 0, "hash-0", "hash-1", client, NOON.plusSeconds(1_000), NOON);
  }

  @Test
  void aCouriersRecordComesWithTheSignUp() {
    AccountId id = id();
    var said = new Registration("Bo", "+377 4711", Vehicle.SCOOTER, "MC-1", 3);

    engine.accept(open(id, Role.COURIER, "bo", said));

    await()
        .untilAsserted(() -> {
          assertThat(engine.facts(new CourierId(id.value())))
              .singleElement()
              .isInstanceOf(CourierRegistered.class);
          assertThat(mailsTo("bo")).containsExactly(Kind.CONFIRM_EMAIL);
        });
  }

  @Test
  void anEmailHasOneAccountHoweverManySignUpAtOnce() {
    List<AccountId> ids = IntStream.range(0, 8).mapToObj(_ -> id()).toList();

    ids.parallelStream().forEach(id -> engine.accept(open(id, Role.CUSTOMER, "popular", null)));

    await()
        .untilAsserted(() -> {
          var facts = ids.stream().flatMap(id -> engine.facts(id).stream()).toList();
          assertThat(facts).filteredOn(AccountAdmitted.class::isInstance).hasSize(1);
          assertThat(facts).filteredOn(AccountDeclined.class::isInstance).hasSize(7);
          assertThat(mailsTo("popular")).filteredOn(Kind.ACCOUNT_EXISTS::equals).hasSize(1);
        });
  }

  /// The command goes into the due table with its time; here it is only remembered.
  private static void expectForgotten(PersonId person, Duration after) {
    await()
        .untilAsserted(() ->
            assertThat(engine.timeouts().scheduled().values())
                .anySatisfy(due -> {
                  assertThat(due.command())
                      .isInstanceOfSatisfying(
                          ForgetPerson.class, c -> assertThat(c.personId()).isEqualTo(person));
                  assertThat(due.dueAt()).isAfterOrEqualTo(NOON.plus(after));
                }));
  }

  @Test
  void whoseSignUpIsDeclinedIsForgottenOnceTheMailIsGone() {
    admitted("dana");
    AccountId second = id();
    engine.accept(open(second, Role.CUSTOMER, "dana", null));

    expectForgotten(PersonId.of(second.as(Role.CUSTOMER)), Duration.ofDays(2));
  }

  @Test
  void anAccountThatIsNotConfirmedEndsAndItsOpenerIsForgotten() {
    AccountId id = id();
    engine.accept(open(id, Role.CUSTOMER, "never", null));
    await()
        .untilAsserted(() ->
            assertThat(engine.timeouts().scheduled().values())
                .extracting(due -> due.command())
                .contains(new EndUnconfirmedAccount(id, NOON.plus(Duration.ofDays(14)))));

    await().until(() -> engine.facts(id).stream().anyMatch(AccountAdmitted.class::isInstance));
    engine.accept(new EndUnconfirmedAccount(id, NOON));
    await()
        .untilAsserted(() -> {
          assertThat(engine.facts(email("never"))).last().isInstanceOf(EmailReleased.class);
          assertThat(engine.facts(PersonId.of(id.as(Role.CUSTOMER))))
              .singleElement()
              .isInstanceOf(PersonForgotten.class);
        });
  }

  @Test
  void anUnconfirmedAccountMakesWayForWhoeverReadsTheEmail() {
    AccountId squatter = id();
    engine.accept(open(squatter, Role.COURIER, "boss", null));
    await()
        .until(() -> engine.facts(squatter).stream().anyMatch(AccountAdmitted.class::isInstance));
    AccountId boss = id();
    engine.accept(proven(open(boss, Role.ADMIN, "boss", null)));

    await()
        .untilAsserted(() -> {
          assertThat(engine.facts(squatter)).last().isInstanceOf(UnconfirmedAccountEnded.class);
          assertThat(engine.facts(boss)).hasAtLeastOneElementOfType(AccountAdmitted.class);
        });
  }

  @Test
  void aConfirmedAccountMakesWayForNobody() {
    AccountId owner = admitted("kept");
    AccountId other = id();
    engine.accept(proven(open(other, Role.ADMIN, "kept", null)));

    await()
        .untilAsserted(
            () -> assertThat(engine.facts(other)).last().isInstanceOf(AccountDeclined.class));
    assertThat(engine.facts(owner)).noneMatch(UnconfirmedAccountEnded.class::isInstance);
  }

  private static OpenAccount proven(OpenAccount c) {
    return new OpenAccount(
        c.accountId(),
        c.role(),
        c.scope(),
        c.emailKey(),
        c.mailbox(),
        c.passwordHash(),
        c.registration(),
        true,
        c.occurredAt());
  }

  @Test
  void anotherEngineSeesARefreshAtOnce() {
    AccountId id = admitted("two");
    SessionId session = session(id);
    try (var other = new TestEngine(engine)) {
      engine.accept(next(id, session, 0));
      other.accept(next(id, session, 1));
      engine.accept(next(id, session, 2));
    }
  }

  private static RefreshSession next(AccountId id, SessionId session, int generation) {
    return new RefreshSession(
        session,
        id,
        generation,
        "hash-" + generation,
        "hash-" + (generation + 1),
        "phone",
        NOON.plusSeconds(1_000),
        NOON);
  }

  @Test
  void anEmailIsFreeWhenItsAccountIsClosed() {
    AccountId first = admitted("again");
    engine.accept(new CloseAccount(first, Role.CUSTOMER, NOON));

    await()
        .untilAsserted(() -> {
          AccountId next = id();
          engine.accept(open(next, Role.CUSTOMER, "again", null));
          await().until(() -> engine.facts(next).size() > 1);
          assertThat(engine.facts(next)).hasAtLeastOneElementOfType(AccountAdmitted.class);
        });
  }

  @Test
  void fiftyAtOnceWithOneTokenHaveOneSuccessor() {
    AccountId id = admitted("fifty");
    SessionId session = session(id);

    List<Receipt> receipts = atOnce(refresh(id, session, "phone"));

    assertThat(receipts).containsOnly(Receipt.accepted());
    assertThat(engine.facts(session)).singleElement().isInstanceOf(SessionRefreshed.class);
  }

  @Test
  void fiftyStrangersWithOneTokenHaveNothing() {
    AccountId id = admitted("stolen");
    SessionId session = session(id);
    engine.accept(refresh(id, session, "phone"));

    List<Receipt> receipts = atOnce(refresh(id, session, "thief"));

    assertThat(receipts).noneMatch(Receipt.accepted()::equals);
    assertThat(engine.facts(session)).filteredOn(SessionFamilyRevoked.class::isInstance).hasSize(1);
    await()
        .untilAsserted(() ->
            assertThat(engine.send(refresh(id, session, "phone")))
                .isEqualTo(Receipt.rejected(new InvalidRefreshToken())));
  }

  private static List<Receipt> atOnce(RefreshSession command) {
    try (var threads = Executors.newFixedThreadPool(50)) {
      var sent =
          IntStream.range(0, 50)
              .mapToObj(_ -> CompletableFuture.supplyAsync(() -> engine.send(command), threads))
              .toList();
      return sent.stream().map(CompletableFuture::join).toList();
    }
  }

  @Test
  void aSessionThatWasEndedIsNotRefreshedAnyMore() {
    AccountId id = admitted("ended");
    SessionId session = session(id);

    engine.accept(new EndAllSessions(id, NOON));

    assertThat(engine.send(refresh(id, session, "phone")))
        .isEqualTo(Receipt.rejected(new InvalidRefreshToken()));
    assertThat(engine.facts(session)).isEmpty();
  }

  @Test
  void anInvitationIsGoodOnce() {
    var invitation = new InvitationId(Ids.random());
    var person = new PersonId("invitation." + invitation);
    AccountId id = id();
    engine.accept(
        new SendInvitation(
            invitation,
            Role.OPERATOR,
            Scope.OWN,
            EMAIL,
            Personal.of(person, new Mailbox("olga@example.com", Language.ID)),
            new Actor(Role.ADMIN, "root"),
            NOON.plusSeconds(100),
            NOON));
    var accept = new AcceptInvitation(invitation, id, Personal.of(person, "hash"), NOON);

    engine.accept(accept);

    assertThat(engine.send(accept)).isEqualTo(Receipt.rejected(new InvitationOver()));
    await()
        .untilAsserted(() -> {
          assertThat(engine.facts(id)).hasAtLeastOneElementOfType(AccountAdmitted.class);
          assertThat(mailsTo("olga")).containsExactly(Kind.INVITATION);
          assertThat(engine.facts(person)).singleElement().isInstanceOf(PersonForgotten.class);
        });
    expectForgotten(person, Duration.ofDays(2));
    assertThat(engine.facts(id))
        .first()
        .isInstanceOfSatisfying(
            AccountOpened.class,
            opened -> {
              assertThat(opened.mailbox().person()).isEqualTo(PersonId.of(id.as(Role.OPERATOR)));
              assertThat(opened.confirmed()).isTrue();
            });
    await().untilAsserted(() -> assertThat(engine.facts(person)).isNotEmpty());
  }

  private static ForgetPerson forget(Actor owner) {
    return new ForgetPerson(PersonId.of(owner), owner, Ground.OWN_REQUEST, List.of(), NOON);
  }

  @Test
  void whoIsForgottenHasNoAccountAndTheirEmailIsFree() {
    AccountId id = admitted("leaving");
    Instant now = EngineClock.real().instant();
    SessionId session = session(id, now);

    engine.accept(forget(id.as(Role.CUSTOMER)));

    await()
        .untilAsserted(() ->
            assertThat(engine.facts(id))
                .hasAtLeastOneElementOfType(AllSessionsEnded.class)
                .hasAtLeastOneElementOfType(AccountClosed.class));
    await()
        .untilAsserted(() ->
            assertThat(engine.facts(email("leaving")))
                .hasAtLeastOneElementOfType(EmailReleased.class));
    assertThat(engine.send(refresh(id, session, "phone")))
        .isEqualTo(Receipt.rejected(new InvalidRefreshToken()));
    assertThat(mailsTo("leaving")).containsExactly(Kind.CONFIRM_EMAIL);
    admitted("leaving");
  }

  @Test
  void whoIsForgottenHasNoKeyAndOthersKeepTheirs() {
    Actor dora = new Actor(Role.DEVELOPER, Ids.random());
    ApiKeyId hers = key(dora);
    ApiKeyId his = key(new Actor(Role.DEVELOPER, Ids.random()));

    engine.accept(forget(dora));

    await()
        .untilAsserted(
            () -> assertThat(engine.facts(hers)).hasAtLeastOneElementOfType(ApiKeyRevoked.class));
    assertThat(engine.facts(his)).hasSize(1);
    assertThat(engine.facts(new AccountId(dora.id()))).isEmpty();
  }

  private static ApiKeyId key(Actor owner) {
    var key = new ApiKeyId(Ids.random());
    List<Permission> permissions = List.of(Permission.ORDERS_READ);
    engine.accept(
        new IssueApiKey(
            key, owner, "till", permissions, Scope.OWN, "hash", NOON.plusSeconds(100), NOON));
    return key;
  }
}
