package id.antar.gateway.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.analytics.Whose;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.promise.Lateness;
import id.antar.api.promise.Promise.Kind;
import id.antar.api.promise.Promise.Source;
import id.antar.api.promise.PromiseQuery.Calibration;
import id.antar.api.promise.PromiseQuery.GetPromiseReport;
import id.antar.api.promise.PromiseQuery.GetPromises;
import id.antar.api.promise.PromiseQuery.Group;
import id.antar.api.promise.PromiseQuery.GroupBy;
import id.antar.api.promise.PromiseQuery.Kept;
import id.antar.api.promise.PromiseQuery.MeanLateness;
import id.antar.api.promise.PromiseQuery.Milestones;
import id.antar.api.promise.PromiseQuery.OrderPromises;
import id.antar.api.promise.PromiseQuery.PromiseReport;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromiseControllerTest extends GatewayTest {

  private static final Instant NOON = Instant.parse("2025-11-02T12:00:00Z");
  private static final String DAY = "from=2025-11-02T00:00:00Z&to=2025-11-03T00:00:00Z";

  @BeforeEach
  void somethingWasPromised() {
    var kept =
        new Kept(
            Kind.DOOR, NOON, NOON.plusSeconds(900), Source.LIVE, 900, NOON.plusSeconds(960), 60L);
    engine.answer(GetOrder.class, _ -> Samples.order(OrderStage.DELIVERED, Samples.CARLO));
    engine.answer(
        GetPromises.class,
        q ->
            new OrderPromises(
                q.orderId(),
                List.of(kept),
                new Milestones(null, null, kept, null, null),
                null,
                null,
                NOON.plusSeconds(960),
                new Lateness(NOON.plusSeconds(900), 60, 0, 100, -50, 10)));
    engine.answer(GetPromiseReport.class, _ -> new PromiseReport(List.of()));
  }

  @Test
  void whatAnOrderWasPromisedIsTold() {
    get(Role.ANALYST, "ana", "/v1/orders/4711/promises")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.promises[0].kind")
        .isEqualTo("door")
        .jsonPath("$.promises[0].errorSeconds")
        .isEqualTo(60)
        .jsonPath("$.milestones.firstDoor.source")
        .isEqualTo("live")
        .jsonPath("$.lateness.kitchen")
        .isEqualTo(-50);
    expectProblem(get(Role.MERCHANT, "soup-bar", "/v1/orders/4711/promises"), 404, "unknown-order");
    expectProblem(get(Role.CUSTOMER, "ada", "/v1/orders/4711/promises"), 403, "forbidden");
  }

  @Test
  void theReportIsATableToo() {
    var lateness = new MeanLateness(2, 0.5, 30, 0, 10, 15, 5);
    var door = new Calibration(Kind.DOOR, Source.LIVE, 5, 15, 7, 31, 96, -88, 22, 171, 0.5, 1, 1);
    engine.answer(
        GetPromiseReport.class,
        _ ->
            new PromiseReport(
                List.of(
                    new Group("noodle-bar", 2, lateness, List.of(door)),
                    new Group("soup-bar", 1, null, List.of()))));

    client
        .get()
        .uri("/v1/analytics/promises?by=merchant&" + DAY)
        .headers(h -> h.setBearerAuth(token(Role.ANALYST, "ana")))
        .header("Accept", "text/csv")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .isEqualTo(
            """
            key,orders,lateness.orders,lateness.onTime,lateness.total,"lateness.waitingForAssignment",lateness.firstMile,lateness.kitchen,\
            lateness.lastMile,kind,source,fromMinutes,toMinutes,promises,bias,meanAbsoluteError,p10,p50,p90,within2Minutes,within5Minutes,within10Minutes
            noodle-bar,2,2,0.5,30.0,0.0,10.0,15.0,5.0,door,live,5,15,7,31.0,96.0,-88.0,22.0,171.0,0.5,1.0,1.0
            soup-bar,1,,,,,,,,,,,,,,,,,,,,
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void theReportIsNarrowedToOnesOwn() {
    get(Role.MERCHANT, "noodle-bar", "/v1/analytics/promises?by=hour&" + DAY).expectStatus().isOk();
    var asked = (GetPromiseReport) engine.questions().getLast();
    assertThat(asked.by()).isEqualTo(GroupBy.HOUR);
    assertThat(asked.whose()).isEqualTo(new Whose(Set.of(new MerchantId("noodle-bar")), null));
    expectProblem(
        get(Role.MERCHANT, "noodle-bar", "/v1/analytics/promises?merchantId=soup-bar&" + DAY),
        403,
        "forbidden");
    expectProblem(
        get(
            Role.ANALYST,
            "ana",
            "/v1/analytics/promises?from=2025-01-01T00:00:00Z&to=2025-03-01T00:00:00Z"),
        422,
        "invalid-value",
        "to");
  }
}
