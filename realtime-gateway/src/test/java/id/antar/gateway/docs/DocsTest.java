package id.antar.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

class DocsTest extends GatewayTest {

  @Test
  void theInterfaceDescribesItself() {
    client
        .get()
        .uri("/v1/openapi.json")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.paths['/v1/orders'].post.parameters[0].name")
        .isEqualTo("Idempotency-Key")
        .jsonPath("$.paths['/v1/orders'].post.parameters.length()")
        .isEqualTo(1)
        .jsonPath("$.paths['/v1/orders/{id}'].get.parameters[0].schema.type")
        .isEqualTo("string")
        .jsonPath("$.paths['/v1/assignments/{id}/orders/{orderId}/arrive-pickup'].post")
        .exists()
        .jsonPath("$.components.schemas.OrderAnswer.properties.status.enum")
        .value(List.class, values -> assertThat(values).asList().contains("on_delivery", "pending"))
        .jsonPath("$.paths['/v1/orders'].post.tags[0]")
        .isEqualTo("order")
        .jsonPath("$.paths['/v1/orders'].post.description")
        .isEqualTo("For: customer.")
        .jsonPath("$.paths['/v1/orders'].post.x-permission[0]")
        .isEqualTo("orders:place")
        .jsonPath("$.paths['/v1/orders/{id}/dispatch'].get.description")
        .isEqualTo("For: operator, analyst, admin.")
        .jsonPath("$.components.schemas.DecisionExplained.properties.outcome.enum")
        .value(List.class, values -> assertThat(values).asList().contains("held_back"))
        .jsonPath("$.components.schemas.Caller")
        .doesNotExist();
  }

  @Test
  void thereIsAPageToTryIt() {
    EntityExchangeResult<byte[]> page =
        client.get().uri("/v1/docs").exchange().expectBody().returnResult();
    if (page.getStatus().is3xxRedirection()) {
      String to = String.valueOf(page.getResponseHeaders().getLocation());
      page = client.get().uri(to).exchange().expectStatus().isOk().expectBody().returnResult();
    }
    assertThat(page.getResponseBodyContent()).asString().contains("swagger-ui");
  }

  @Test
  void theStreamsAreDescribedToEverybody() {
    client
        .get()
        .uri("/v1/asyncapi.yaml")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .value(text -> assertThat(text).startsWith("asyncapi: 3."));
  }

  @Test
  void healthAndMetricsAreAtTheRoot() {
    client
        .get()
        .uri("/health")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("UP")
        .jsonPath("$.components")
        .exists();
    client
        .get()
        .uri("/metrics")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .value(text ->
            assertThat(text).contains("antar_position_fanout_seconds", "antar_stream_connections"));
  }
}
