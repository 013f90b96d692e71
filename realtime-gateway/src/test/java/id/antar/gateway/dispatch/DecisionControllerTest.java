package id.antar.gateway.dispatch;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.TRIP;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.dispatch.DecisionQuery.GetDispatch;
import id.antar.api.dispatch.DecisionQuery.GetWhy;
import id.antar.api.dispatch.OfferReason;
import id.antar.api.dispatch.OfferReason.OrderReason;
import id.antar.api.dispatch.OrderDispatch;
import id.antar.api.dispatch.OrderDispatch.CandidateExplained;
import id.antar.api.dispatch.OrderDispatch.DecisionExplained;
import id.antar.api.dispatch.OrderDispatch.Outcome;
import id.antar.api.dispatch.OrderDispatch.RunnerUp;
import id.antar.api.dispatch.OrderDispatch.Verdict;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionControllerTest extends GatewayTest {

  private static final DecisionId DECISION = new DecisionId("decision-1");
  private static final CourierId ANI = new CourierId("ani");
  private static final String DISPATCH = "/v1/orders/order-1/dispatch";
  private static final String WHY = "/v1/couriers/carlo/offers/trip-1/why";

  @Test
  void staffReadsHowAnOrderFared() {
    engine.answer(GetOrder.class, _ -> Samples.order(OrderStage.CONFIRMED, null));
    engine.answer(
        GetDispatch.class,
        query -> new OrderDispatch(query.orderId(), "Offered.", List.of(explained()), "next"));

    for (Role role : List.of(Role.OPERATOR, Role.ANALYST, Role.ADMIN)) {
      get(role, "olga", DISPATCH + "?limit=5&cursor=c")
          .expectStatus()
          .isOk()
          .expectBody()
          .json(
              """
              {"orderId":"order-1","summary":"Offered.","nextCursor":"next",
               "decisions":[{"decisionId":"decision-1","outcome":"offered","courierId":"carlo",
                 "assignmentId":"trip-1","cost":923.86,"rounds":1,
                 "runnerUp":{"courierId":"ani","margin":74.5},"dueInSeconds":null,
                 "candidates":[{"courierId":"ani","verdict":"eligible","total":998.36,
                   "terms":{"delivery":900.0,"distance":98.36},"estimatedTravel":true,
                   "why":"Would be at the door 61 s later."}]}]}\
              """);
    }
    assertThat(engine.questions()).contains(new GetDispatch(ORDER, "c", 5));
  }

  @Test
  void aPageHasAtMostTwentyDecisions() {
    engine.answer(GetOrder.class, _ -> Samples.order(OrderStage.CONFIRMED, null));
    engine.answer(
        GetDispatch.class, query -> new OrderDispatch(query.orderId(), "None.", List.of(), null));

    get(Role.OPERATOR, "olga", DISPATCH + "?limit=20").expectStatus().isOk();
    expectProblem(get(Role.OPERATOR, "olga", DISPATCH + "?limit=21"), 422, "invalid-value");
  }

  @Test
  void nobodyElseReadsIt() {
    engine.answer(GetOrder.class, _ -> Samples.order(OrderStage.CONFIRMED, CARLO));

    for (Role role : List.of(Role.CUSTOMER, Role.MERCHANT, Role.COURIER)) {
      expectProblem(get(role, "carlo", DISPATCH), 403, "forbidden");
    }
    assertThat(engine.questions()).isEmpty();
  }

  @Test
  void anOrderThatIsNotThereWasNotDispatched() {
    expectProblem(get(Role.OPERATOR, "olga", DISPATCH), 404, "unknown-order");
  }

  @Test
  void aCourierLearnsWhyButNotWhoTheOthersWere() {
    engine.answer(GetWhy.class, _ -> reason());

    get(Role.COURIER, "carlo", WHY)
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"courierId":"carlo","assignmentId":"trip-1","decisionId":"decision-1",
             "summary":"You were asked because you are near.",
             "orders":[{"orderId":"order-1","runnerUp":{"courierId":null,"margin":74.5},
               "alternatives":[{"courierId":null,"verdict":"eligible","total":998.36,
                 "terms":null,"pickupAt":null,"doorAt":null,"estimatedTravel":null,
                 "why":null}]}]}\
            """);
    get(Role.OPERATOR, "olga", WHY)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.orders[0].runnerUp.courierId")
        .isEqualTo("ani")
        .jsonPath("$.orders[0].alternatives[0].courierId")
        .isEqualTo("ani");
    assertThat(engine.questions()).containsOnly(new GetWhy(CARLO, TRIP));
  }

  @Test
  void anOffersReasonsAreItsCouriersOnly() {
    engine.answer(GetWhy.class, _ -> reason());

    expectProblem(get(Role.COURIER, "ani", WHY), 404, "unknown-assignment");
    expectProblem(get(Role.CUSTOMER, "ada", WHY), 403, "forbidden");
  }

  @Test
  void anOfferThatWasNotMadeHasNoReason() {
    expectProblem(get(Role.OPERATOR, "olga", WHY), 404, "unknown-assignment");
  }

  private static DecisionExplained explained() {
    return new DecisionExplained(
        DECISION,
        NOON,
        1,
        NOON,
        Outcome.OFFERED,
        "Offered.",
        CARLO,
        TRIP,
        923.86,
        new RunnerUp(ANI, 74.5),
        null,
        30,
        1,
        "standard-2",
        "2",
        "map-1",
        7,
        20,
        50,
        List.of("delivery", "distance"),
        List.of(ani()));
  }

  private static CandidateExplained ani() {
    return new CandidateExplained(
        ANI,
        Verdict.ELIGIBLE,
        998.36,
        Map.of("delivery", 900.0, "distance", 98.36),
        NOON,
        NOON,
        true,
        "Would be at the door 61 s later.");
  }

  private static OfferReason reason() {
    String summary = "You were asked because you are near.";
    return new OfferReason(
        CARLO,
        TRIP,
        DECISION,
        NOON,
        summary,
        "standard-2",
        "2",
        "map-1",
        List.of(
            new OrderReason(
                ORDER, summary, NOON, NOON, 923.86, new RunnerUp(ANI, 74.5), List.of(ani()))));
  }
}
