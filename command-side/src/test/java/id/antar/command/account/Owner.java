package id.antar.command.account;

import static id.antar.command.Cast.NOON;
import static java.nio.charset.StandardCharsets.US_ASCII;

import id.antar.api.account.AccountCommand.OpenSession;
import id.antar.api.account.AccountEvent;
import id.antar.api.account.AccountEvent.AccountAdmitted;
import id.antar.api.account.AccountEvent.AccountOpened;
import id.antar.api.account.AccountEvent.EmailConfirmationRequested;
import id.antar.api.account.AccountEvent.SessionOpened;
import id.antar.api.account.AccountId;
import id.antar.api.account.EmailKey;
import id.antar.api.account.Language;
import id.antar.api.account.Mailbox;
import id.antar.api.account.Scope;
import id.antar.api.account.SessionId;
import id.antar.api.account.SessionOrigin;
import id.antar.api.message.Actor.Role;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody with an account.
final class Owner {

  static final AccountId ID = new AccountId("account-1");
  static final EmailKey EMAIL = new EmailKey("ab".repeat(32));
  static final PersonId PERSON = new PersonId("customer.account-1");
  static final Personal<Mailbox> MAILBOX =
      Personal.of(PERSON, new Mailbox("ada@example.com", Language.EN));
  static final Personal<String> HASH = Personal.of(PERSON, "hash-1");
  static final Personal<SessionOrigin> ORIGIN =
      Personal.of(PERSON, new SessionOrigin("192.0.2.1", "phone"));
  static final Personal<String> SECRET = Personal.of(PERSON, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  static final SessionId SESSION = new SessionId("session-1");
  static final SessionId OTHER = new SessionId("session-2");

  private Owner() {}

  static Instant after(long seconds) {
    return NOON.plusSeconds(seconds);
  }

  static AccountOpened opened(Role role) {
    return new AccountOpened(ID, role, Scope.OWN, EMAIL, MAILBOX, HASH, null, false, NOON);
  }

  static AccountAdmitted admitted(Role role) {
    return new AccountAdmitted(ID, role, EMAIL, null, NOON);
  }

  static EmailConfirmationRequested confirmation(String requestId) {
    return new EmailConfirmationRequested(
        ID, requestId, MAILBOX, NOON.plus(AccountPolicy.standard().confirmation()), NOON);
  }

  static List<AccountEvent> live(Role role, AccountEvent... more) {
    List<AccountEvent> events = new ArrayList<>();
    events.add(opened(role));
    events.add(admitted(role));
    events.add(confirmation("c1"));
    events.add(new AccountEvent.EmailConfirmed(ID, NOON));
    events.addAll(List.of(more));
    return events;
  }

  static OpenSession open(SessionId id, @Nullable String code, Instant at) {
    return new OpenSession(
        ID,
        1,
        code,
        false,
        true,
        id,
        ORIGIN,
        "token-hash",
        at.plusSeconds(1_000),
        at.plusSeconds(5_000),
        at);
  }

  static SessionOpened session(SessionId id, long step, Instant at) {
    return new SessionOpened(
        ID, id, ORIGIN, "token-hash", step, at.plusSeconds(1_000), at.plusSeconds(5_000), at);
  }

  static String code(Instant at) {
    return Totp.code("12345678901234567890".getBytes(US_ASCII), step(at));
  }

  static long step(Instant at) {
    return at.getEpochSecond() / 30;
  }
}
