package id.antar.gateway.dispatch;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.courier.CourierDuty;
import id.antar.api.courier.CourierId;
import id.antar.api.courier.CourierProfile;
import id.antar.api.courier.CourierQuery.GetCourier;
import id.antar.api.courier.CourierView;
import id.antar.api.dispatch.DecisionQuery.GetWhatIf;
import id.antar.api.dispatch.WhatIf;
import id.antar.api.dispatch.WhatIf.Caution;
import id.antar.api.dispatch.WhatIf.Change;
import id.antar.api.dispatch.WhatIf.Obstacle;
import id.antar.api.dispatch.WhatIf.Total;
import id.antar.api.geo.Vehicle;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.person.Personal;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatIfControllerTest extends GatewayTest {

  private static final String PATH = "/v1/dispatch/what-if";
  private static final String BODY = "{\"orderId\":\"order-1\",\"courierId\":\"carlo\"}";
  private static final CourierId ANI = new CourierId("ani");

  @BeforeEach
  void thereAreAnOrderAndACourier() {
    engine.answer(
        GetOrder.class,
        q -> q.orderId().equals(ORDER) ? Samples.order(OrderStage.CONFIRMED, null) : null);
    engine.answer(GetCourier.class, q -> q.courierId().equals(CARLO) ? carlo() : null);
  }

  private static CourierView carlo() {
    return new CourierView(
        CARLO,
        Personal.of(CARLO.personId(), new CourierProfile("Carlo", "+377 1234", "MC 1")),
        Vehicle.SCOOTER,
        2,
        CourierDuty.ON_SHIFT,
        null,
        null,
        List.of(),
        0,
        List.of(),
        false,
        NOON);
  }

  private static WhatIf answer(@Nullable Obstacle obstacle, List<Change> changes, Total total) {
    return new WhatIf(
        ORDER,
        CARLO,
        NOON,
        "map-1",
        "standard-2",
        null,
        obstacle == null,
        obstacle,
        "In words.",
        List.of(Caution.CASH_LIMIT_REACHED),
        changes,
        total);
  }

  @Test
  void anOperatorSeesWhoBecomesLater() {
    var change =
        new Change(ORDER, ANI, CARLO, NOON.plusSeconds(600), NOON.plusSeconds(720), 120, 0, 60);
    var total = new Total(4, 1, 0, 120, 0, 60, 0, 0);
    engine.answer(GetWhatIf.class, _ -> answer(null, List.of(change), total));

    post(Role.OPERATOR, "olga", PATH, BODY)
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"orderId":"order-1","courierId":"carlo","possible":true,"obstacle":null,
             "mapVersion":"map-1","policy":"standard-2","summary":"In words.",
             "cautions":["cash_limit_reached"],
             "changes":[{"orderId":"order-1","courierBefore":"ani","courierAfter":"carlo",
                         "secondsLater":120,"lateSecondsBefore":0,"lateSecondsAfter":60}],
             "total":{"orders":4,"later":1,"sooner":0,"secondsLater":120}}\
            """);
    assertThat(engine.questions()).contains(new GetWhatIf(ORDER, CARLO));
    assertThat(engine.commands()).isEmpty();
  }

  @Test
  void whatIsNotPossibleIsAnAnswerToo() {
    engine.answer(GetWhatIf.class, _ -> answer(Obstacle.ON_BREAK, List.of(), Total.NONE));

    post(Role.ADMIN, "root", PATH, BODY)
        .expectStatus()
        .isOk()
        .expectBody()
        .json("{\"possible\":false,\"obstacle\":\"on_break\",\"changes\":[]}");
  }

  @Test
  void whileAnotherOneIsWorkedOutOneAsksAgain() {
    engine.answer(GetWhatIf.class, _ -> null);

    var response = post(Role.OPERATOR, "olga", PATH, BODY);

    response.expectHeader().valueEquals("Retry-After", "1");
    expectProblem(response, 429, "what-if-in-progress");
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    expectProblem(
        post(Role.OPERATOR, "olga", PATH, BODY.replace("order-1", "order-9")),
        404,
        "unknown-order");
    expectProblem(
        post(Role.OPERATOR, "olga", PATH, BODY.replace("carlo", "nobody")), 404, "unknown-courier");
    expectProblem(
        post(Role.OPERATOR, "olga", PATH, "{\"orderId\":\"order-1\"}"),
        400,
        "missing-field",
        "courierId");
  }

  @Test
  void nobodyElseAsks() {
    for (Role role : List.of(Role.CUSTOMER, Role.MERCHANT, Role.COURIER, Role.ANALYST)) {
      expectProblem(post(role, "eve", PATH, BODY), 403, "forbidden");
    }
    assertThat(engine.questions()).noneMatch(GetWhatIf.class::isInstance);
  }
}
