package id.antar.gateway.tracking;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.order;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.PublicRoutes;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/// A tracking link opens its order's state, its stream and the streets of its map; of all other
/// routes there are, none.
class RecipientScopeTest extends GatewayTest {

  private static final Set<String> OPEN =
      Set.of(
          "GET /v1/orders/{id}/stream",
          "GET /v1/orders/{id}/tracking",
          "GET /v1/map/streets",
          "GET /v1/map/tiles/{z}/{x}/{y}.mvt");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping routes;

  private record Route(String method, String pattern) {
    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }

  @Test
  void everyOtherRouteIsForbidden() {
    engine.answer(GetOrder.class, _ -> order(OrderStage.CONFIRMED, CARLO));
    Set<Route> closed =
        ours()
            .filter(route -> !OPEN.contains(route.toString()))
            .filter(route -> !PublicRoutes.ALL.contains(route.pattern()))
            .collect(toSet());

    assertThat(closed).hasSizeGreaterThan(40);
    assertThat(closed)
        .allSatisfy(route -> assertThat(statusOf(route)).as("%s", route).isEqualTo(403));
    assertThat(engine.commands()).isEmpty();
    assertThat(engine.questions()).isEmpty();
  }

  @Test
  void theOpenOnesExist() {
    assertThat(ours().map(Route::toString)).containsAll(OPEN);
    assertThat(ours().map(Route::pattern)).containsAll(PublicRoutes.ALL);
  }

  private int statusOf(Route route) {
    return client
        .method(HttpMethod.valueOf(route.method()))
        .uri(route.pattern().replaceAll("\\{[^}]+}", "order-1"))
        .headers(h -> h.setBearerAuth(token(Role.RECIPIENT, "order-1")))
        .header("Idempotency-Key", "key-" + route.hashCode())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{}")
        .exchange()
        .returnResult(Void.class)
        .getStatus()
        .value();
  }

  private Stream<Route> ours() {
    return routes.getHandlerMethods().entrySet().stream()
        .filter(entry -> entry.getValue().getBeanType().getName().startsWith("id.antar."))
        .map(Map.Entry::getKey)
        .flatMap(RecipientScopeTest::routes);
  }

  private static Stream<Route> routes(RequestMappingInfo info) {
    return info.getPatternsCondition().getPatterns().stream()
        .flatMap(pattern ->
            info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .map(method -> new Route(method, pattern.getPatternString())));
  }
}
