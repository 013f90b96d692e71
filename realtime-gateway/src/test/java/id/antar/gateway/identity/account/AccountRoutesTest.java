package id.antar.gateway.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.account.AccountCommand.ConfirmEmail;
import id.antar.api.account.AccountCommand.ConfirmSecondFactor;
import id.antar.api.account.AccountCommand.EndSession;
import id.antar.api.account.AccountCommand.OpenAccount;
import id.antar.api.account.AccountCommand.OpenSession;
import id.antar.api.account.AccountCommand.ProposeSecondFactor;
import id.antar.api.account.AccountCommand.ReportSignInFailure;
import id.antar.api.account.AccountCommand.RequestPasswordReset;
import id.antar.api.account.AccountCommand.ResetPassword;
import id.antar.api.account.AccountId;
import id.antar.api.account.AccountRejection.SecondFactorMissing;
import id.antar.api.account.AccountRejection.SecondFactorRequired;
import id.antar.api.account.AccountView;
import id.antar.api.account.AccountView.GetAccount;
import id.antar.api.account.AccountView.GetAccountByEmail;
import id.antar.api.account.AccountView.Standing;
import id.antar.api.account.EmailKey;
import id.antar.api.account.InvitationCommand.SendInvitation;
import id.antar.api.account.Language;
import id.antar.api.account.MailToken;
import id.antar.api.account.MailToken.Purpose;
import id.antar.api.account.Mailbox;
import id.antar.api.account.Scope;
import id.antar.api.account.SessionCommand.RefreshSession;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.gateway.identity.password.Passwords;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.Samples;
import id.antar.gateway.testing.TestFingerprints;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class AccountRoutesTest extends GatewayTest {

  private static final String PASSWORD = "mango tower 7 river";
  private static final TestFingerprints FINGERPRINTS = new TestFingerprints();

  @Autowired private Passwords passwords;

  private static Mailbox mailbox(String name) {
    return new Mailbox(name + "@example.com", Language.EN);
  }

  /// Each test has an e-mail of its own: failures of one do not delay another.
  private AccountView known(Role role, String name) {
    var person = new PersonId("someone." + name);
    var email = EmailKey.of(mailbox(name), FINGERPRINTS);
    String hash = Objects.requireNonNull(passwords.hash(PASSWORD).block());
    var account =
        new AccountView(
            new AccountId(name),
            role,
            Scope.OWN,
            email,
            Personal.of(person, mailbox(name)),
            Personal.of(person, hash),
            3,
            Standing.OPEN,
            true,
            false,
            List.of(),
            Samples.NOON,
            Samples.NOON);
    engine.answer(GetAccountByEmail.class, q -> q.emailKey().equals(email) ? account : null);
    engine.answer(GetAccount.class, q -> q.accountId().value().equals(name) ? account : null);
    return account;
  }

  private ResponseSpec post(String path, Map<String, ?> body) {
    return client
        .post()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  private ResponseSpec signIn(String name, String password) {
    return post("/v1/auth/sign-in", Map.of("email", name + "@example.com", "password", password));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> body(ResponseSpec answer) {
    return Objects.requireNonNull(
        (Map<String, Object>) answer.expectBody(Map.class).returnResult().getResponseBody());
  }

  @Test
  void anybodySignsUpAndIsToldNothing() {
    var body =
        Map.of(
            "role", "customer",
            "email", "New@Example.com",
            "password", PASSWORD,
            "language", "id",
            "name", "Ada",
            "phone", "+62 811 555");

    post("/v1/auth/sign-up", body)
        .expectStatus()
        .isAccepted()
        .expectBody()
        .json("{\"accepted\":true}");

    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            OpenAccount.class,
            c -> {
              assertThat(c.role()).isEqualTo(Role.CUSTOMER);
              assertThat(c.mailbox().person())
                  .isEqualTo(PersonId.of(c.accountId().as(Role.CUSTOMER)));
              assertThat(c.toString()).doesNotContain("Example.com", "argon2", "Ada");
            });
  }

  @Test
  void nobodySignsUpForStaffOrWithAWeakPassword() {
    expectProblem(
        post(
            "/v1/auth/sign-up",
            Map.of("role", "admin", "email", "a@example.com", "password", PASSWORD)),
        422,
        "invalid-value",
        "role");
    expectProblem(
        post(
            "/v1/auth/sign-up",
            Map.of("role", "customer", "email", "a@example.com", "password", "password2024")),
        422,
        "weak-password",
        "password");
    expectProblem(
        post(
            "/v1/auth/sign-up",
            Map.of("role", "customer", "email", "a@x\r\nBcc: b@c.de", "password", PASSWORD)),
        422,
        "invalid-value",
        "email");
    assertThat(engine.commands()).isEmpty();
  }

  @Test
  void whoeverSignsInHasTokens() {
    known(Role.CUSTOMER, "ada");

    Map<String, Object> signedIn = body(signIn("ADA", PASSWORD).expectStatus().isOk());

    assertThat(signedIn)
        .containsEntry("tokenType", "Bearer")
        .containsEntry("expiresIn", 600)
        .containsEntry("role", "customer")
        .containsEntry("subject", "ada")
        .containsKeys("refreshToken", "deviceToken", "sessionId");
    assertThat(signedIn.get("permissions"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .contains("orders:place");
    client
        .get()
        .uri("/v1/auth/sessions")
        .headers(h -> h.setBearerAuth((String) Objects.requireNonNull(signedIn.get("accessToken"))))
        .exchange()
        .expectStatus()
        .isOk();
    assertThat(engine.commands())
        .hasOnlyElementsOfType(OpenSession.class)
        .allMatch(c -> ((OpenSession) c).version() == 3);
  }

  /// What the console is answered, with its headers.
  private static EntityExchangeResult<Map<String, Object>> told(ResponseSpec answer) {
    return answer
        .expectStatus()
        .isOk()
        .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
        .returnResult();
  }

  private static List<String> setCookies(EntityExchangeResult<?> answer) {
    return answer.getResponseHeaders().getOrEmpty("Set-Cookie");
  }

  private static Map<String, String> cookies(EntityExchangeResult<?> answer) {
    return setCookies(answer).stream()
        .map(it -> it.substring(0, it.indexOf(';')).split("=", 2))
        .collect(Collectors.toMap(it -> it[0], it -> it[1]));
  }

  private EntityExchangeResult<Map<String, Object>> signInToTheConsole(String name) {
    var shown = Map.of("email", name + "@example.com", "password", PASSWORD);
    return told(post("/console/session", shown));
  }

  @Test
  void theConsolesRefreshTokenIsWhereNoScriptReadsIt() {
    known(Role.OPERATOR, "olga");

    var answer = signInToTheConsole("olga");

    assertThat(answer.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
    assertThat(answer.getResponseBody())
        .containsKeys("accessToken", "permissions", "subject")
        .doesNotContainKeys("refreshToken", "deviceToken");
    assertThat(setCookies(answer))
        .allMatch(it -> it.contains("Path=/;") && it.contains("Secure") && it.contains("Strict"))
        .anyMatch(it -> it.startsWith("__Host-antar-session=rt.") && it.contains("HTTPOnly"))
        .anyMatch(it -> it.startsWith("__Host-antar-csrf=") && !it.contains("HTTPOnly"));
  }

  /// As one of the console's pages sends it.
  private EntityExchangeResult<Map<String, Object>> fromItsPage(
      String path, Map<String, String> cookies) {
    return told(
        client
            .post()
            .uri(path)
            .contentType(MediaType.APPLICATION_JSON)
            .header("Sec-Fetch-Site", "same-origin")
            .header("X-CSRF-Token", cookies.getOrDefault("__Host-antar-csrf", ""))
            .cookies(jar -> cookies.forEach(jar::add))
            .bodyValue("{}")
            .exchange());
  }

  @Test
  void theConsolesSessionGoesOnByItsCookieAndEndsWithIt() {
    known(Role.OPERATOR, "oona");
    Map<String, String> first = cookies(signInToTheConsole("oona"));

    var refreshed = fromItsPage("/console/session/refresh", first);
    assertThat(refreshed.getResponseBody())
        .containsKey("accessToken")
        .doesNotContainKeys("refreshToken", "deviceToken");
    Map<String, String> next = cookies(refreshed);
    assertThat(next)
        .containsOnlyKeys("__Host-antar-session", "__Host-antar-csrf")
        .allSatisfy((name, value) -> assertThat(value).isNotEqualTo(first.get(name)));

    assertThat(setCookies(fromItsPage("/console/session/end", next)))
        .hasSize(2)
        .allMatch(it -> it.contains("=;") && it.contains("Max-Age=0"));
    assertThat(engine.commands()).last().isInstanceOf(EndSession.class);
  }

  @Test
  void aSessionOfTheConsoleIsRefreshedAndEndedByItsPagesAlone() {
    for (String path : List.of("/console/session/refresh", "/console/session/end")) {
      var request = client.post().uri(path).cookie("__Host-antar-session", "rt.any");

      expectProblem(request.exchange(), 403, "csrf-proof-missing");
    }
    expectProblem(post("/console/session/refresh", Map.of()), 401, "invalid-refresh-token");
    post("/console/session/end", Map.of()).expectStatus().isOk();
  }

  @Test
  void anUnknownEmailIsAnsweredLikeAWrongPassword() {
    known(Role.CUSTOMER, "bea");

    Map<String, Object> wrong =
        body(signIn("bea", "not the password").expectStatus().isUnauthorized());
    Map<String, Object> unknown = body(signIn("nobody", PASSWORD).expectStatus().isUnauthorized());

    for (String varying : List.of("timestamp", "requestId")) {
      wrong.remove(varying);
      unknown.remove(varying);
    }
    assertThat(wrong).isEqualTo(unknown).containsEntry("code", "invalid-credentials");
    assertThat(engine.commands()).allMatch(ReportSignInFailure.class::isInstance);
  }

  @Test
  void aResetIsAnsweredAlikeWhoeverIsAskedAbout() {
    known(Role.CUSTOMER, "cleo");

    for (String name : List.of("cleo", "nobody")) {
      post("/v1/auth/password-reset", Map.of("email", name + "@example.com"))
          .expectStatus()
          .isAccepted()
          .expectBody()
          .json("{\"accepted\":true}");
    }

    await()
        .untilAsserted(() ->
            assertThat(engine.commands())
                .singleElement()
                .isInstanceOfSatisfying(
                    RequestPasswordReset.class,
                    c -> assertThat(c.accountId().value()).isEqualTo("cleo")));
    expectStranger("cleo");
  }

  /// Ada did not do what somebody else tries with her e-mail.
  private void expectStranger(String account) {
    assertThat(engine.messages())
        .allSatisfy(sent -> {
          assertThat(sent.getMetaData().get(MetaKeys.ACTOR)).isEqualTo("system:door");
          assertThat(sent.getMetaData().get(MetaKeys.CLIENT_ADDRESS))
              .isInstanceOfSatisfying(
                  Personal.class,
                  it ->
                      assertThat(it.person().value())
                          .isNotEqualTo("customer." + account)
                          .startsWith("stranger."));
        });
  }

  @Test
  void whoeverGuessesIsAStranger() {
    known(Role.CUSTOMER, "gus");
    signIn("gus", "not the password").expectStatus().isUnauthorized();

    await().until(() -> !engine.commands().isEmpty());
    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            ReportSignInFailure.class,
            c -> assertThat(c.origin().person().value()).startsWith("stranger."));
    expectStranger("gus");
  }

  @Test
  void anEmailIsConfirmedByItsLinkAndThePasswordOfTheSignUp() {
    known(Role.CUSTOMER, "hana");
    String link = new MailToken(Purpose.EMAIL_CONFIRMATION, "hana", "c1").seal(FINGERPRINTS);

    expectProblem(
        post("/v1/auth/email-confirmation", Map.of("token", link, "password", "not hers at all")),
        401,
        "invalid-credentials");
    assertThat(engine.commands()).isEmpty();

    post("/v1/auth/email-confirmation", Map.of("token", link, "password", PASSWORD))
        .expectStatus()
        .isOk();
    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(ConfirmEmail.class, c -> assertThat(c.version()).isEqualTo(3));
  }

  @Test
  void aLinkMayBeClickedBeforeTheViewKnowsTheAccount() {
    AccountView account = known(Role.CUSTOMER, "hana");
    var asked = new AtomicInteger();
    engine.answer(GetAccount.class, _ -> asked.getAndIncrement() == 0 ? null : account);
    String link = new MailToken(Purpose.EMAIL_CONFIRMATION, "hana", "c1").seal(FINGERPRINTS);

    post("/v1/auth/email-confirmation", Map.of("token", link, "password", PASSWORD))
        .expectStatus()
        .isOk();
    assertThat(asked).hasValue(2);
  }

  @Test
  void anEmailIsSignedUpWithSoOftenAndNoMore() {
    var body = Map.of("role", "customer", "email", "often@example.com", "password", PASSWORD);
    for (int i = 0; i < 7; i++) {
      post("/v1/auth/sign-up", body).expectStatus().isAccepted();
    }

    assertThat(engine.commands()).hasSize(5);
  }

  @Test
  void aResetByItsLinkSetsAnotherPassword() {
    known(Role.CUSTOMER, "ivo");
    String link = new MailToken(Purpose.PASSWORD_RESET, "ivo", "r1").seal(FINGERPRINTS);

    expectProblem(
        post("/v1/auth/password-reset/confirm", Map.of("token", link, "newPassword", "short")),
        422,
        "invalid-password",
        "newPassword");
    post(
            "/v1/auth/password-reset/confirm",
            Map.of("token", link, "newPassword", "other " + PASSWORD))
        .expectStatus()
        .isOk();
    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            ResetPassword.class, c -> assertThat(c.requestId()).isEqualTo("r1"));
  }

  @Test
  void whoeverGuessesIsSlowedDown() {
    known(Role.CUSTOMER, "dora");
    for (int i = 0; i < 5; i++) {
      signIn("dora", "wrong password " + i).expectStatus().isUnauthorized();
    }

    ResponseSpec answer = signIn("dora", PASSWORD);

    answer.expectHeader().exists("Retry-After");
    expectProblem(answer, 429, "too-many-attempts");
  }

  @Test
  void aSecondFactorIsAskedFor() {
    known(Role.CUSTOMER, "eli");
    engine.decide(_ -> Receipt.rejected(new SecondFactorRequired()));

    expectProblem(signIn("eli", PASSWORD), 401, "second-factor-required");
  }

  @Test
  void staffWithoutASecondFactorCanGetOneAndNothingElse() {
    known(Role.OPERATOR, "olga");
    engine.decide(c ->
        c instanceof OpenSession
            ? Receipt.rejected(new SecondFactorMissing())
            : Receipt.accepted());

    Map<String, Object> signedIn = body(signIn("olga", PASSWORD).expectStatus().isOk());

    assertThat(signedIn)
        .containsEntry("mustEnrol", true)
        .containsEntry("permissions", List.of("me:enrol"))
        .doesNotContainKeys("refreshToken", "sessionId");
    String token = (String) Objects.requireNonNull(signedIn.get("accessToken"));
    expectProblem(
        client.get().uri("/v1/orders").headers(h -> h.setBearerAuth(token)).exchange(),
        403,
        "forbidden");
    client
        .post()
        .uri("/v1/auth/second-factor")
        .headers(h -> h.setBearerAuth(token))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{}")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.otpauthUri")
        .value(String.class, uri -> assertThat(uri).startsWith("otpauth://totp/Antar:olga%40"));
    client
        .post()
        .uri("/v1/auth/second-factor/confirm")
        .headers(h -> h.setBearerAuth(token))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"code\":\"123 456\"}")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.recoveryCodes.length()")
        .isEqualTo(10);
    assertThat(engine.commands())
        .filteredOn(ProposeSecondFactor.class::isInstance)
        .singleElement()
        .matches(c -> Integer.valueOf(3).equals(((ProposeSecondFactor) c).version()));
    assertThat(engine.commands())
        .last()
        .isInstanceOfSatisfying(
            ConfirmSecondFactor.class,
            c -> {
              assertThat(c.version()).isEqualTo(3);
              assertThat(c.code()).isEqualTo("123456");
              assertThat(c.recoveryHashes()).hasSize(10);
            });
  }

  @Test
  void aRefreshTokenIsNoAccessTokenAndNothingElseIsARefreshToken() {
    known(Role.CUSTOMER, "finn");
    String refresh =
        (String) Objects.requireNonNull(body(signIn("finn", PASSWORD)).get("refreshToken"));
    String access = token(Role.CUSTOMER, "finn");

    expectProblem(
        client.get().uri("/v1/orders").headers(h -> h.setBearerAuth(refresh)).exchange(),
        401,
        "token-invalid");
    String mail = new MailToken(Purpose.PASSWORD_RESET, "finn", "r").seal(FINGERPRINTS);
    for (String other : List.of(access, mail, "", "rt.x", token(Role.RECIPIENT, "order-1"))) {
      expectProblem(
          post("/v1/auth/refresh", Map.of("refreshToken", other)), 401, "invalid-refresh-token");
    }
    expectProblem(
        post("/v1/auth/password-reset/confirm", Map.of("token", refresh, "newPassword", PASSWORD)),
        422,
        "invalid-mail-token",
        "token");
    post("/v1/auth/refresh", Map.of("refreshToken", refresh))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.refreshToken")
        .value(String.class, next -> assertThat(next).startsWith("rt.finn.").isNotEqualTo(refresh));
    assertThat(engine.commands())
        .filteredOn(RefreshSession.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            RefreshSession.class, c -> assertThat(refresh).doesNotContain(c.tokenHash()));
  }

  @Test
  void anAdminInvitesStaffAndAnOwnerTheirOwnStores() {
    String operator = "{\"email\":\"o@example.com\",\"role\":\"operator\"}";
    String cashier = "{\"email\":\"c@example.com\",\"role\":\"cashier\"}";

    post(Role.ADMIN, "root", "/v1/auth/invitations", operator).expectStatus().isCreated();
    post(Role.MERCHANT, "noodle-bar", "/v1/auth/invitations", cashier).expectStatus().isCreated();
    expectProblem(
        post(Role.MERCHANT, "noodle-bar", "/v1/auth/invitations", operator), 403, "forbidden");
    expectProblem(
        post(
            Role.MERCHANT,
            "noodle-bar",
            "/v1/auth/invitations",
            cashier.replace("}", ",\"scope\":\"merchant:pizzeria\"}")),
        403,
        "forbidden");
    expectProblem(post(Role.CUSTOMER, "ada", "/v1/auth/invitations", cashier), 403, "forbidden");
    assertThat(engine.commands())
        .filteredOn(c -> c instanceof SendInvitation i && i.role() == Role.CASHIER)
        .singleElement()
        .isInstanceOfSatisfying(
            SendInvitation.class,
            c -> assertThat(c.scope()).isEqualTo(Scope.ofMerchants(new MerchantId("noodle-bar"))));
  }

  @Test
  void theKeysAreForEverybody() {
    client
        .get()
        .uri("/.well-known/jwks.json")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueMatches("Cache-Control", ".*max-age=300.*")
        .expectBody()
        .jsonPath("$.keys[0].kid")
        .isNotEmpty()
        .jsonPath("$.keys[0].d")
        .doesNotExist();
  }
}
