package id.antar.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.account.Permission;
import id.antar.api.account.RoleBundles;
import id.antar.api.account.Scope;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.message.MetaKeys;
import id.antar.api.order.OrderCommand.ConfirmOrder;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.PublicRoutes;
import id.antar.gateway.testing.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class AuthenticationTest extends GatewayTest {

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping routes;

  /// Routes that start work for whoever asks, or end it, and change nothing else.
  private static final Set<String> ASKING =
      Set.of(
          "/v1/analytics/uploads",
          "/v1/dispatch/shadow",
          "/v1/history/exports",
          "/v1/lab/runs",
          "/v1/ops/jobs/{id}");

  @Test
  void nobodyComesInWithoutAToken() {
    ResponseSpec response = client.get().uri("/v1/orders/order-1").exchange();

    response.expectHeader().valueMatches("WWW-Authenticate", "Bearer.*");
    expectProblem(response, 401, "token-missing");
  }

  @Test
  void aDisguisedAddressIsNoWayIn() {
    for (String path : new String[] {"/%761/orders/order-1", "//v1/orders", "/v1/../v1/orders"}) {
      client
          .get()
          .uri(URI.create("http://localhost:" + port + path))
          .exchange()
          .expectStatus()
          .is4xxClientError();
    }
    assertThat(engine.questions()).isEmpty();
  }

  @Test
  void anExpiredOrForgedTokenIsRefused() {
    String expired = tokens.issue(new Actor(Role.ADMIN, "root"), Duration.ofMinutes(-1)).value();
    expectProblem(with("Bearer " + expired), 401, "token-expired");
    expectProblem(with("Bearer forged"), 401, "token-invalid");
    expectProblem(with("Basic cm9vdDpyb290"), 401, "token-missing");
    expectProblem(
        client.get().uri("/v1/orders?access_token=" + token(Role.ADMIN, "root")).exchange(),
        401,
        "token-missing");
  }

  private ResponseSpec with(String authorization) {
    return client.get().uri("/v1/orders").header("Authorization", authorization).exchange();
  }

  @Test
  void anAdminMakesTokensAndNobodyElseDoes() {
    String body = "{\"role\":\"courier\",\"subject\":\"carlo\",\"ttlSeconds\":60}";

    post(Role.ADMIN, "root", "/v1/auth/tokens", body)
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.tokenType")
        .isEqualTo("Bearer")
        .jsonPath("$.expiresIn")
        .isEqualTo(60)
        .jsonPath("$.role")
        .isEqualTo("courier")
        .jsonPath("$.accessToken")
        .isNotEmpty();
    expectProblem(post(Role.OPERATOR, "olga", "/v1/auth/tokens", body), 403, "forbidden");
    expectProblem(
        post(Role.ADMIN, "root", "/v1/auth/tokens", body.replace("courier", "system")),
        422,
        "invalid-value",
        "role");
    expectProblem(
        post(Role.ADMIN, "root", "/v1/auth/tokens", body.replace("courier", "recipient")),
        422,
        "invalid-value",
        "role");
    expectProblem(
        post(Role.ADMIN, "root", "/v1/auth/tokens", body.replace("60", "0")),
        422,
        "invalid-value",
        "ttlSeconds");
    expectProblem(
        post(Role.ADMIN, "root", "/v1/auth/tokens", body.replace("carlo", "a b")),
        422,
        "invalid-value",
        "subject");
  }

  @Test
  void everyRouteSaysWhoMayCallIt() {
    routes
        .getHandlerMethods()
        .forEach((route, method) -> {
          boolean ours = method.getBeanType().getName().startsWith("id.antar.");
          boolean open =
              route.getPatternsCondition().getPatterns().stream()
                  .allMatch(pattern -> PublicRoutes.ALL.contains(pattern.getPatternString()));
          if (ours && !open) {
            assertThat(isGuarded(method)).as("%s", method).isTrue();
          }
        });
  }

  private static boolean isGuarded(HandlerMethod method) {
    boolean takesCaller =
        Arrays.stream(method.getMethodParameters())
            .anyMatch(parameter -> parameter.getParameterType() == Caller.class);
    return takesCaller && method.hasMethodAnnotation(Requires.class);
  }

  @Test
  void analystsChangeNothing() {
    routes
        .getHandlerMethods()
        .forEach((route, method) -> {
          Requires requires = method.getMethodAnnotation(Requires.class);
          boolean reads =
              route.getMethodsCondition().getMethods().stream()
                  .allMatch(verb -> "GET".equals(verb.name()));
          boolean asks =
              route.getPatternsCondition().getPatterns().stream()
                  .allMatch(pattern -> ASKING.contains(pattern.getPatternString()));
          boolean aboutOneself =
              requires != null
                  && List.of(Permission.ME_MANAGE, Permission.ME_ENROL)
                      .containsAll(List.of(requires.value()));
          if (requires != null && !reads && !asks && !aboutOneself) {
            assertThat(RoleBundles.of(Role.ANALYST))
                .as("%s", method)
                .doesNotContain(requires.value());
          }
        });
  }

  @Test
  void staffOfAMerchantActAsThemselvesForTheMerchantsOfTheirScope() {
    var cashier = new Actor(Role.CASHIER, "cara");
    var scope = Scope.ofMerchants(Samples.NOODLE_BAR);

    confirm(tokens.issue(cashier, scope, "session-1", Duration.ofMinutes(5)).value())
        .expectStatus()
        .isOk();
    var sent = engine.messages().getFirst();
    assertThat(((ConfirmOrder) sent.getPayload()).merchantId()).isEqualTo(Samples.NOODLE_BAR);
    assertThat(sent.getMetaData().get(MetaKeys.ACTOR)).isEqualTo("cashier:cara");

    expectProblem(
        confirm(tokens.issue(cashier, Duration.ofMinutes(5)).value()), 404, "unknown-order");
  }

  @Test
  void anOwnerOfSeveralMerchantsActsForTheOneWhoseOrderItIs() {
    var owner = new Actor(Role.MERCHANT, "otto");
    var scope = Scope.ofMerchants(Samples.NOODLE_BAR, new MerchantId("soup-bar"));
    engine.answer(
        GetOrder.class,
        query ->
            query.orderId().equals(Samples.ORDER)
                ? Samples.order(OrderStage.SUBMITTED, null)
                : null);

    confirm(tokens.issue(owner, scope, null, Duration.ofMinutes(5)).value()).expectStatus().isOk();
    assertThat(((ConfirmOrder) engine.commands().getFirst()).merchantId())
        .isEqualTo(Samples.NOODLE_BAR);

    var others = Scope.ofMerchants(new MerchantId("taco-bar"), new MerchantId("soup-bar"));
    expectProblem(
        confirm(tokens.issue(owner, others, null, Duration.ofMinutes(5)).value()),
        404,
        "unknown-order");
  }

  private ResponseSpec confirm(String token) {
    return client
        .post()
        .uri("/v1/orders/order-1/confirm")
        .headers(h -> h.setBearerAuth(token))
        .header("Idempotency-Key", Ids.random())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"readyAt\":\"2026-11-21T12:30:00Z\"}")
        .exchange();
  }

  @Test
  void staffOfAnotherZoneIsNobodySpecialHere() {
    var token =
        tokens.issue(
            new Actor(Role.OPERATOR, "olga"),
            Scope.ofZones(new ZoneId("north")),
            null,
            Duration.ofMinutes(5));

    expectProblem(with("Bearer " + token.value()), 403, "forbidden");
    client
        .get()
        .uri("/v1/merchants/noodle-bar")
        .headers(h -> h.setBearerAuth(token.value()))
        .exchange()
        .expectStatus()
        .isNotFound();
  }
}
