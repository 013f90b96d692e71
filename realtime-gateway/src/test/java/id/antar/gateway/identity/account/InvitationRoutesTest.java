package id.antar.gateway.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.account.AccountId;
import id.antar.api.account.AccountView;
import id.antar.api.account.AccountView.GetAccountByEmail;
import id.antar.api.account.AccountView.Standing;
import id.antar.api.account.EmailKey;
import id.antar.api.account.InvitationCommand.AcceptInvitation;
import id.antar.api.account.MailToken;
import id.antar.api.account.MailToken.Purpose;
import id.antar.api.account.Scope;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.Samples;
import id.antar.gateway.testing.TestFingerprints;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/// What whoever is invited answers.
class InvitationRoutesTest extends GatewayTest {

  private static final String TOKEN =
      new MailToken(Purpose.INVITATION, "invitation-1", "store-manager")
          .seal(new TestFingerprints());

  private static final AccountView ACCOUNT =
      new AccountView(
          new AccountId("ada"),
          Role.CUSTOMER,
          Scope.OWN,
          new EmailKey("ab".repeat(32)),
          Personal.forgotten(new PersonId("customer.ada")),
          Personal.forgotten(new PersonId("customer.ada")),
          1,
          Standing.OPEN,
          true,
          false,
          List.of(),
          Samples.NOON,
          Samples.NOON);

  private ResponseSpec accept(String token, String password) {
    return client
        .post()
        .uri("/v1/auth/invitations/accept")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("token", token, "password", password))
        .exchange();
  }

  @Test
  void anInvitationIsAcceptedWithAGoodPassword() {
    accept(TOKEN, "mango tower 7 river").expectStatus().isAccepted();

    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            AcceptInvitation.class,
            c -> {
              assertThat(c.invitationId().value()).isEqualTo("invitation-1");
              assertThat(c.passwordHash().person().value()).isEqualTo("invitation.invitation-1");
              assertThat(Objects.requireNonNull(c.passwordHash().value())).startsWith("$argon2id$");
            });
  }

  @Test
  void aWeakPasswordOrAWrongLinkAcceptsNothing() {
    expectProblem(accept(TOKEN, "short"), 422, "invalid-password", "password");
    expectProblem(accept(TOKEN, "password2024"), 422, "weak-password", "password");
    expectProblem(accept(TOKEN + "0", "mango tower 7 river"), 422, "invalid-mail-token", "token");
    assertThat(engine.commands()).isEmpty();
  }

  private ResponseSpec invite(Role role, String id, String email, String invited) {
    return post(
        role,
        id,
        "/v1/auth/invitations",
        "{\"email\":\"%s\",\"role\":\"%s\"}".formatted(email, invited));
  }

  @Test
  void anEmailIsNotInvitedAgainAndAgain() {
    for (int i = 0; i < 3; i++) {
      invite(Role.ADMIN, "root-" + i, "wanted@example.com", "analyst").expectStatus().isCreated();
    }

    ResponseSpec fourth = invite(Role.ADMIN, "root-4", "wanted@example.com", "analyst");
    fourth.expectHeader().exists("Retry-After");
    expectProblem(fourth, 429, "too-many-invitations");
    invite(Role.ADMIN, "root-4", "other@example.com", "analyst").expectStatus().isCreated();
  }

  @Test
  void nobodyInvitesHundredsOfPeople() {
    for (int i = 0; i < 100; i++) {
      invite(Role.MERCHANT, "spammer", "some-" + i + "@example.com", "cashier")
          .expectStatus()
          .isCreated();
    }
    expectProblem(
        invite(Role.MERCHANT, "spammer", "last@example.com", "cashier"),
        429,
        "too-many-invitations");
  }

  @Test
  void onlyStaffIsToldThatAnEmailHasAnAccount() {
    engine.answer(GetAccountByEmail.class, _ -> ACCOUNT);

    expectProblem(invite(Role.ADMIN, "root", "taken@example.com", "analyst"), 409, "email-taken");
    assertThat(engine.commands()).isEmpty();
    invite(Role.MERCHANT, "noodle-bar", "taken@example.com", "cashier").expectStatus().isCreated();
  }

  @Test
  void whoHasZonesInvitesStaffToNoOthers() {
    var main = Scope.ofZones(new ZoneId("main"));
    String token =
        tokens.issue(new Actor(Role.ADMIN, "z"), main, null, Duration.ofMinutes(5)).value();

    expectProblem(inviteBy(token, "", "analyst"), 403, "forbidden");
    expectProblem(inviteBy(token, "zone:main zone:east", "analyst"), 403, "forbidden");
    inviteBy(token, "zone:main", "analyst").expectStatus().isCreated();
  }

  private ResponseSpec inviteBy(String token, String scope, String role) {
    return client
        .post()
        .uri("/v1/auth/invitations")
        .headers(h -> h.setBearerAuth(token))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(
            Map.of(
                "email", "zoned" + scope.length() + "@example.com", "role", role, "scope", scope))
        .exchange();
  }
}
