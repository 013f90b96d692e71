package id.antar.gateway.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.account.AccountCommand.ResumeAccount;
import id.antar.api.account.AccountCommand.SuspendAccount;
import id.antar.api.account.AccountId;
import id.antar.api.account.AccountView;
import id.antar.api.account.AccountView.GetAccountByEmail;
import id.antar.api.account.AccountView.Standing;
import id.antar.api.account.EmailKey;
import id.antar.api.account.Language;
import id.antar.api.account.Mailbox;
import id.antar.api.account.Scope;
import id.antar.api.message.Actor.Role;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.Samples;
import id.antar.gateway.testing.TestFingerprints;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an admin finds out about an account, and does to it.
class StandingRoutesTest extends GatewayTest {

  private static final Mailbox MAILBOX = new Mailbox("mallory@example.com", Language.EN);
  private static final EmailKey EMAIL = EmailKey.of(MAILBOX, new TestFingerprints());
  private static final PersonId PERSON = new PersonId("merchant.mallory");

  private static final AccountView ACCOUNT =
      new AccountView(
          new AccountId("mallory"),
          Role.MERCHANT,
          Scope.OWN,
          EMAIL,
          Personal.of(PERSON, MAILBOX),
          Personal.of(PERSON, "$argon2id$hash"),
          4,
          Standing.OPEN,
          true,
          false,
          List.of(),
          Samples.NOON,
          Samples.NOON);

  @Test
  void anAccountIsFoundByItsEmailSoThatItCanBeSuspended() {
    engine.answer(GetAccountByEmail.class, q -> q.emailKey().equals(EMAIL) ? ACCOUNT : null);

    get(Role.ADMIN, "root", "/v1/accounts?email=Mallory@example.com")
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .value(body ->
            assertThat(body)
                .contains("\"accountId\":\"mallory\"", "\"role\":\"merchant\"", "\"open\"")
                .doesNotContain("argon2", "@example.com", EMAIL.value()));
    post(Role.ADMIN, "root", "/v1/auth/accounts/mallory/suspend", "{\"reason\":\"fraud\"}")
        .expectStatus()
        .isOk();
    post(Role.ADMIN, "root", "/v1/auth/accounts/mallory/resume", "{}").expectStatus().isOk();

    assertThat(engine.commands()).hasSize(2);
    assertThat(engine.commands().getFirst())
        .isInstanceOfSatisfying(
            SuspendAccount.class,
            c -> {
              assertThat(c.accountId().value()).isEqualTo("mallory");
              assertThat(c.reason()).isEqualTo("fraud");
            });
    assertThat(engine.commands().getLast()).isInstanceOf(ResumeAccount.class);
  }

  @Test
  void nobodyElseFindsOrSuspendsOne() {
    expectProblem(
        get(Role.ADMIN, "root", "/v1/accounts?email=nobody@example.com"), 404, "unknown-account");
    expectProblem(get(Role.ADMIN, "root", "/v1/accounts?email=x"), 422, "invalid-value");
    expectProblem(
        get(Role.MERCHANT, "noodle-bar", "/v1/accounts?email=mallory@example.com"),
        403,
        "forbidden");
    expectProblem(
        post(Role.OPERATOR, "o", "/v1/auth/accounts/mallory/suspend", "{\"reason\":\"x\"}"),
        403,
        "forbidden");
    expectProblem(
        post(Role.ADMIN, "root", "/v1/auth/accounts/mallory/suspend", "{\"reason\":\" \"}"),
        422,
        "invalid-value");
    assertThat(engine.commands()).isEmpty();
  }
}
