package id.antar.gateway.audit;

import static id.antar.gateway.testing.Samples.PLACEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.audit.AuditEvent.AccessRefused;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderRejection.UnknownOrder;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.Listener;
import id.antar.gateway.testing.NotedRefusals.Noted;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RefusedAccessTest extends GatewayTest {

  @Test
  void aStrangerIsTakenDownWithTheRouteAndNotWithWhatTheyPutIntoIt() {
    client
        .get()
        .uri("/v1/orders/secret-4711")
        .header("X-Request-Id", "request-1")
        .exchange()
        .expectStatus()
        .isUnauthorized();

    Noted noted = only();
    AccessRefused refused = (AccessRefused) noted.refusal();
    assertThat(refused.method()).isEqualTo("GET");
    assertThat(refused.route()).isEqualTo("/v1/orders/{id}");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo("token-missing");
    assertThat(refused.times()).isEqualTo(1);
    var stranger = Objects.requireNonNull(refused.stranger());
    assertThat(stranger.person().value()).startsWith("stranger.20");
    assertThat(stranger.find()).hasValue("127.0.0.1");
    assertThat(noted.metaData()).isEqualTo(java.util.Map.of(MetaKeys.REQUEST_ID, "request-1"));
  }

  @Test
  void whatIsNoRouteIsNotKept() {
    client.get().uri("/v1/my-secret/passwords").exchange().expectStatus().isUnauthorized();

    assertThat(((AccessRefused) only().refusal()).route()).isEqualTo("no route");
  }

  @Test
  void somebodyKnownIsTakenDownWithWhoTheyAre() {
    post(Role.COURIER, "carlo", "/v1/orders", PLACEMENT).expectStatus().isForbidden();

    Noted noted = only();
    AccessRefused refused = (AccessRefused) noted.refusal();
    assertThat(refused.route()).isEqualTo("/v1/orders");
    assertThat(refused.code()).isEqualTo("forbidden");
    assertThat(refused.stranger()).isNull();
    assertThat(noted.metaData().get(MetaKeys.ACTOR)).isEqualTo("courier:carlo");
  }

  @Test
  void otherAnswersAreNoRefusals() {
    engine.decide(_ -> Receipt.rejected(new UnknownOrder(new OrderId("order-1"))));

    get(Role.OPERATOR, "olga", "/v1/orders/none").expectStatus().isNotFound();
    post(Role.OPERATOR, "olga", "/v1/orders/order-1/cancel", "{\"reason\":\"late\"}")
        .expectStatus()
        .isNotFound();

    assertThat(refusals.all()).isEmpty();
  }

  @Test
  void aTopicThatIsRefusedIsTakenDownByItsKind() {
    try (Listener listener =
        Listener.connect(port, token(Role.COURIER, "carlo"), "antar.v1.json")) {
      listener.send("{\"type\":\"subscribe\",\"topic\":\"courier:somebody-else\"}");
      listener.awaitText("\"problem\"", "forbidden");
    }

    AccessRefused refused = (AccessRefused) only().refusal();
    assertThat(refused.method()).isEqualTo("SUBSCRIBE");
    assertThat(refused.route()).isEqualTo("courier");
    assertThat(refused.code()).isEqualTo("forbidden");
  }

  private Noted only() {
    List<Noted> all = refusals.all();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
