package id.antar.gateway.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.antar.api.account.Permission;
import id.antar.api.account.RoleBundles;
import id.antar.api.account.Scope;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Receipt;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Grant;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/// That the matrix is worth something: holes are planted one after the other, and it finds each.
@Import({Bending.OfHeaders.class, Bending.OfGrants.class, LeakyRoutes.class})
class PlantedHolesTest extends MatrixTest {

  @Autowired private Bending.OfHeaders headers;
  @Autowired private Bending.OfGrants grants;
  @Autowired private Engine gatewayEngine;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping routes;

  /// @param operation where it is, or what it begins with
  private record Hole(String name, String operation, Runnable plant) {}

  @TestFactory
  Stream<DynamicTest> everyHoleIsFound() {
    List<Hole> holes =
        Stream.of(inRoutes(), inRights(), inScopes(), inKeys(), inTheEngine())
            .flatMap(List::stream)
            .toList();
    assertThat(holes).hasSizeGreaterThanOrEqualTo(20);
    return holes.stream().map(hole -> dynamicTest(hole.name(), () -> find(hole)));
  }

  private void find(Hole hole) {
    List<Rule> concerned =
        rules.stream().filter(rule -> rule.operation().startsWith(hole.operation())).toList();
    assertThat(matrix.findings(concerned)).as("before it is planted").isEmpty();
    Map<RequestMappingInfo, HandlerMethod> before = Map.copyOf(routes.getHandlerMethods());
    try {
      hole.plant().run();
      assertThat(matrix.findings(concerned)).as("%s", hole.name()).isNotEmpty();
    } finally {
      restore(before);
    }
  }

  private void restore(Map<RequestMappingInfo, HandlerMethod> before) {
    headers.bend = UnaryOperator.identity();
    grants.bend = (_, caller) -> caller.grant();
    world.moveInto(engine);
    Map.copyOf(routes.getHandlerMethods())
        .forEach((route, method) -> {
          if (method.getBeanType() == LeakyRoutes.class) {
            routes.unregisterMapping(route);
          }
        });
    before.forEach((route, method) -> {
      if (!routes.getHandlerMethods().containsKey(route)) {
        routes.registerMapping(route, method.getBean(), method.getMethod());
      }
    });
  }

  private List<Hole> inRoutes() {
    return List.of(
        route("a route asks for nothing", "GET /v1/dispatch/learned", "learnedByAnybody"),
        route("a route asks for the wrong permission", "POST /v1/ops/rebuild", "rebuildByReaders"),
        route("everybody's orders are everybody's", "GET /v1/orders/{id}", "anyOrder"),
        route("a link tracks every order", "GET /v1/orders/{id}/tracking", "trackAnyOrder"),
        route("a list is not narrowed", "GET /v1/orders", "allOrders"),
        route("everybody's payments are everybody's", "GET /v1/payments/{id}", "anyPayment"),
        route(
            "another's is told from what is absent",
            "GET /v1/customers/{id}",
            "tellsThatACustomerExists"),
        route("couriers read each other", "GET /v1/couriers/{id}", "anyCourier"),
        route(
            "couriers say where others are",
            "POST /v1/couriers/{id}/positions",
            "positionOfAnybody"),
        route("merchants open each other", "POST /v1/merchants/{id}/open", "openAnyMerchant"),
        route("keys are revoked by anybody", "DELETE /v1/developer/keys/{id}", "revokeAnyKey"));
  }

  private Hole route(String name, String operation, String leak) {
    return new Hole(name, operation, () -> replace(operation, leak));
  }

  private void replace(String operation, String leak) {
    RequestMappingInfo route =
        routes.getHandlerMethods().keySet().stream()
            .filter(info -> names(info).contains(operation))
            .findFirst()
            .orElseThrow();
    Method method =
        Arrays.stream(LeakyRoutes.class.getDeclaredMethods())
            .filter(it -> it.getName().equals(leak))
            .findFirst()
            .orElseThrow();
    routes.unregisterMapping(route);
    routes.registerMapping(route, new LeakyRoutes(gatewayEngine), method);
  }

  private static List<String> names(RequestMappingInfo info) {
    return info.getMethodsCondition().getMethods().stream()
        .map(RequestMethod::name)
        .flatMap(verb ->
            info.getPatternsCondition().getPatterns().stream()
                .map(pattern -> verb + " " + pattern.getPatternString()))
        .toList();
  }

  private List<Hole> inRights() {
    return List.of(
        right(
            "analysts pin orders",
            "POST /v1/orders/{id}/pin",
            Role.ANALYST,
            Permission.DISPATCH_CORRECT),
        right(
            "cashiers change the menu",
            "DELETE /v1/merchants",
            Role.CASHIER,
            Permission.MENU_MANAGE),
        right(
            "recipients read orders",
            "GET /v1/orders/{id}",
            Role.RECIPIENT,
            Permission.ORDERS_READ),
        right("developers see the board", "TOPIC board", Role.DEVELOPER, Permission.BOARD_FOLLOW),
        right(
            "customers see where couriers are",
            "TOPIC zone",
            Role.CUSTOMER,
            Permission.COURIERS_WATCH),
        right(
            "couriers follow each other",
            "TOPIC courier",
            Role.COURIER,
            Permission.ASSIGNMENTS_READ_ANY),
        right(
            "operators make tokens",
            "POST /v1/auth/tokens",
            Role.OPERATOR,
            Permission.TOKENS_ISSUE));
  }

  private Hole right(String name, String operation, Role role, Permission permission) {
    return bent(
        name,
        operation,
        caller -> caller.is(role) ? with(caller, plus(caller, permission)) : caller.grant());
  }

  private Hole bent(String name, String operation, Function<Caller, Grant> bend) {
    return new Hole(name, operation, () -> grants.bend = (_, caller) -> bend.apply(caller));
  }

  private static Set<Permission> plus(Caller caller, Permission permission) {
    Set<Permission> all = EnumSet.of(permission);
    all.addAll(caller.grant().permissions());
    return all;
  }

  private static Grant with(Caller caller, Set<Permission> permissions) {
    return with(caller, permissions, caller.scope());
  }

  private static Grant with(Caller caller, Set<Permission> permissions, Scope scope) {
    Grant grant = caller.grant();
    return new Grant(permissions, scope, grant.sessionId(), grant.keyId(), grant.expiresAt());
  }

  private List<Hole> inScopes() {
    var both = Scope.ofMerchants(new MerchantId("noodle-bar"), new MerchantId("soup-bar"));
    return List.of(
        bent(
            "the staff of one merchant is that of another",
            "GET /v1/orders/{id}",
            caller ->
                caller.is(Role.SUPERVISOR)
                    ? with(caller, caller.grant().permissions(), both)
                    : caller.grant()),
        bent(
            "a zone is no limit",
            "GET /v1/couriers",
            caller ->
                caller.scope().zones().contains(new ZoneId("north"))
                    ? with(caller, RoleBundles.of(caller.actor().role()))
                    : caller.grant()));
  }

  private List<Hole> inKeys() {
    return List.of(
        bent(
            "a key may all that its owner may",
            "POST /v1/orders/{id}/ready",
            caller ->
                caller.grant().keyId() == null
                    ? caller.grant()
                    : with(caller, RoleBundles.of(caller.actor().role()))),
        header("an expired key is good", "GET /v1/orders/{id}", "expired key"),
        header("a revoked key is good", "POST /v1/orders/{id}/cancel", "revoked key"),
        header("the secret of a key does not matter", "GET /v1/payments/{id}", "wrong secret"),
        header("an altered token is good", "GET /v1/ops/processors", "altered token"),
        new Hole(
            "a route is public",
            "GET /v1/couriers",
            () -> headers.bend = seen -> seen.startsWith("/v1/couriers") ? admin() : seen));
  }

  /// Whoever comes with what is not good any more is let in as if it were.
  private Hole header(String name, String operation, String persona) {
    return new Hole(
        name,
        operation,
        () -> {
          String bad = matrix.authorizationOf(persona);
          String good = admin();
          headers.bend = seen -> seen.equals(bad) ? good : seen;
        });
  }

  private String admin() {
    return "Bearer " + tokens.issue(new Actor(Role.ADMIN, "root"), Duration.ofHours(1)).value();
  }

  private List<Hole> inTheEngine() {
    Runnable credulous = () -> engine.decide(_ -> Receipt.accepted());
    return List.of(
        new Hole("an order does not ask whose it is", "POST /v1/orders/{id}/start", credulous),
        new Hole("a trip does not ask whose it is", "POST /v1/assignments/{id}/accept", credulous));
  }

  @Test
  void aNewRouteWithoutARuleIsFound() {
    RequestMappingInfo route =
        RequestMappingInfo.paths("/v1/secrets").methods(RequestMethod.GET).build();
    routes.registerMapping(
        route, LeakyRoutes.class.getName(), LeakyRoutes.class.getDeclaredMethods()[0]);
    try {
      assertThat(operations()).contains("GET /v1/secrets");
    } finally {
      routes.unregisterMapping(route);
    }
  }
}
