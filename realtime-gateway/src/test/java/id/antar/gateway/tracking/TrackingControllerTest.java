package id.antar.gateway.tracking;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOODLE_BAR;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.courier.CourierDuty;
import id.antar.api.courier.CourierProfile;
import id.antar.api.courier.CourierQuery.GetCourier;
import id.antar.api.courier.CourierView;
import id.antar.api.geo.Vehicle;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.order.OrderView;
import id.antar.api.person.Personal;
import id.antar.gateway.testing.GatewayTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

class TrackingControllerTest extends GatewayTest {

  private static final String LINKS = "/v1/orders/order-1/tracking-links";
  private static final String TRACKING = "/v1/orders/order-1/tracking";

  @BeforeEach
  void anOrderIsOnItsWay() {
    becomes(order(OrderStage.PICKED_UP, CARLO));
    engine.answer(
        GetCourier.class,
        _ ->
            new CourierView(
                CARLO,
                Personal.of(CARLO.personId(), new CourierProfile("Carlo", "+377 1234", "MC 1")),
                Vehicle.BICYCLE,
                2,
                CourierDuty.ON_SHIFT,
                null,
                null,
                List.of(),
                0,
                List.of(),
                false,
                NOON));
  }

  private void becomes(OrderView order) {
    engine.answer(GetOrder.class, query -> query.orderId().equals(order.orderId()) ? order : null);
  }

  @Test
  void aLinkIsMadeByWhomTheOrderConcerns() {
    for (var maker :
        List.of(
            new Maker(Role.CUSTOMER, "ada"),
            new Maker(Role.MERCHANT, NOODLE_BAR.value()),
            new Maker(Role.OPERATOR, "olga"),
            new Maker(Role.ADMIN, "root"))) {
      Instant asked = Instant.now();
      TrackingLinks.Link link = make(maker, "{}");

      assertThat(link.url()).isEqualTo("http://localhost:" + port + "/track#" + link.token());
      assertThat(link.expiresAt())
          .isBetween(asked.plus(Duration.ofMinutes(239)), asked.plus(Duration.ofMinutes(241)));
      assertThat(link.toString()).doesNotContain(link.token());
      client
          .get()
          .uri(TRACKING)
          .headers(h -> h.setBearerAuth(link.token()))
          .exchange()
          .expectStatus()
          .isOk();
    }
  }

  private record Maker(Role role, String id) {}

  private TrackingLinks.Link make(Maker maker, String body) {
    EntityExchangeResult<TrackingLinks.Link> made =
        post(maker.role(), maker.id(), LINKS, body)
            .expectStatus()
            .isCreated()
            .expectBody(TrackingLinks.Link.class)
            .returnResult();
    return requireNonNull(made.getResponseBody());
  }

  @Test
  void nobodyElseMakesOne() {
    expectProblem(post(Role.CUSTOMER, "eve", LINKS, "{}"), 404, "unknown-order");
    expectProblem(post(Role.MERCHANT, "eve", LINKS, "{}"), 404, "unknown-order");
    expectProblem(post(Role.COURIER, CARLO.value(), LINKS, "{}"), 403, "forbidden");
    expectProblem(post(Role.ANALYST, "ann", LINKS, "{}"), 403, "forbidden");
    expectProblem(post(Role.RECIPIENT, "order-1", LINKS, "{}"), 403, "forbidden");
  }

  @Test
  void aLinkLivesAsLongAsWasAskedWithinLimits() {
    Instant asked = Instant.now();
    TrackingLinks.Link link = make(new Maker(Role.CUSTOMER, "ada"), "{\"ttlSeconds\": 7200}");

    assertThat(link.expiresAt()).isBetween(asked.plusSeconds(7100), asked.plusSeconds(7300));
    for (String wrong : List.of("59", "86401", "-1")) {
      expectProblem(
          post(Role.CUSTOMER, "ada", LINKS, "{\"ttlSeconds\": " + wrong + "}"),
          422,
          "invalid-value",
          "ttlSeconds");
    }
    expectProblem(
        post(Role.CUSTOMER, "ada", LINKS, "{\"hours\": 2}"), 400, "unknown-field", "hours");
  }

  @Test
  void thereIsNoLinkToAnOrderThatIsOver() {
    for (OrderStage stage :
        List.of(
            OrderStage.DELIVERED,
            OrderStage.CANCELLED,
            OrderStage.DELIVERY_FAILED,
            OrderStage.RETURNED)) {
      becomes(order(stage, null));
      expectProblem(post(Role.CUSTOMER, "ada", LINKS, "{}"), 409, "order-is-over");
    }
  }

  @Test
  void theTokenIsNotKeptWithTheAnswerToAKey() {
    post(Role.CUSTOMER, "ada", LINKS, "{}", "key-1").expectStatus().isCreated();
    post(Role.CUSTOMER, "ada", LINKS, "{}", "key-1")
        .expectStatus()
        .isCreated()
        .expectHeader()
        .doesNotExist("Idempotency-Replayed");
  }

  @Test
  void whoWaitsSeesPlacesAndTimesAndNothingPersonal() {
    byte[] body =
        requireNonNull(
            get(Role.RECIPIENT, "order-1", TRACKING)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("on_delivery")
                .jsonPath("$.stage")
                .isEqualTo("picked_up")
                .jsonPath("$.merchantName")
                .isEqualTo("Noodle Bar")
                .jsonPath("$.merchant.latitude")
                .isEqualTo(43.73)
                .jsonPath("$.door.latitude")
                .isEqualTo(43.735)
                .jsonPath("$.vehicle")
                .isEqualTo("bicycle")
                .returnResult()
                .getResponseBody());

    assertThat(new String(body, UTF_8))
        .doesNotContainIgnoringCase(
            "ada", "grimaldi", "carlo", "trip-1", "ramen", "EUR", "payment");
  }

  @Test
  void anotherOrderDoesNotExistForThem() {
    expectProblem(get(Role.RECIPIENT, "order-2", TRACKING), 404, "unknown-order");
    expectProblem(get(Role.CUSTOMER, "eve", TRACKING), 404, "unknown-order");
    get(Role.CUSTOMER, "ada", TRACKING).expectStatus().isOk();
    get(Role.ANALYST, "ann", TRACKING).expectStatus().isOk();
  }

  @Test
  void afterTheEndThereIsNoCourierAndAWhileLaterNoPlace() {
    Stream.of(OrderStage.DELIVERED, OrderStage.CANCELLED, OrderStage.RETURNED)
        .forEach(stage -> {
          becomes(order(stage, CARLO));
          get(Role.RECIPIENT, "order-1", TRACKING)
              .expectBody()
              .jsonPath("$.status")
              .isEqualTo(stage == OrderStage.DELIVERED ? "delivered" : "cancelled")
              .jsonPath("$.vehicle")
              .isEmpty()
              .jsonPath("$.dropoffEta")
              .isEmpty()
              .jsonPath("$.door")
              .isEmpty()
              .jsonPath("$.merchant")
              .isEmpty();
        });
    becomes(endedNow());
    get(Role.RECIPIENT, "order-1", TRACKING)
        .expectBody()
        .jsonPath("$.door.latitude")
        .isEqualTo(43.735)
        .jsonPath("$.vehicle")
        .isEmpty();
    get(Role.COURIER, "carlo", TRACKING).expectBody().jsonPath("$.door").isEmpty();
  }

  private OrderView endedNow() {
    return order(OrderStage.DELIVERED, CARLO, clock.instant());
  }
}
