package id.antar.gateway.assignment;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.TRIP;
import static id.antar.gateway.testing.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentCommand.AcceptOffer;
import id.antar.api.assignment.AssignmentCommand.ArriveAtDropoff;
import id.antar.api.assignment.AssignmentCommand.ArriveAtPickup;
import id.antar.api.assignment.AssignmentCommand.DeclineOffer;
import id.antar.api.assignment.AssignmentCommand.FailDropoff;
import id.antar.api.assignment.AssignmentCommand.RecordDropoff;
import id.antar.api.assignment.AssignmentCommand.RecordPickup;
import id.antar.api.assignment.AssignmentCommand.RecordReturn;
import id.antar.api.assignment.AssignmentCommand.ReleaseAssignment;
import id.antar.api.assignment.AssignmentRejection.NotYourAssignment;
import id.antar.api.assignment.AssignmentView;
import id.antar.api.assignment.AssignmentView.GetAssignment;
import id.antar.api.assignment.AssignmentView.ListOffers;
import id.antar.api.assignment.AssignmentView.ListOpenAssignments;
import id.antar.api.assignment.AssignmentView.OfferPage;
import id.antar.api.assignment.AssignmentView.OpenAssignments;
import id.antar.api.assignment.AssignmentView.State;
import id.antar.api.assignment.AssignmentView.StopView;
import id.antar.api.assignment.Stop;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.gateway.testing.GatewayTest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssignmentControllerTest extends GatewayTest {

  private static final String PATH = "/v1/assignments/trip-1";

  @BeforeEach
  void thereIsAnOffer() {
    engine.answer(GetOrder.class, _ -> order(OrderStage.CONFIRMED, null));
    engine.answer(GetAssignment.class, _ -> view(State.OFFERED));
    engine.answer(
        ListOpenAssignments.class, _ -> new OpenAssignments(List.of(view(State.OFFERED))));
  }

  @Test
  void anOfferShowsWhereItsStopsAre() {
    get(Role.COURIER, "carlo", PATH)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("offered")
        .jsonPath("$.stops[0].kind")
        .isEqualTo("pickup")
        .jsonPath("$.stops[0].merchantId")
        .isEqualTo("noodle-bar")
        .jsonPath("$.stops[0].point.latitude")
        .isEqualTo(43.73)
        .jsonPath("$.stops[1].address")
        .isEqualTo("1 Rue Grimaldi");
    get(Role.COURIER, "carlo", "/v1/couriers/carlo/assignments")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.assignments[0].assignmentId")
        .isEqualTo("trip-1");
  }

  @Test
  void allThatWasEverOfferedIsToldPageByPage() {
    engine.answer(ListOffers.class, _ -> new OfferPage(List.of(view(State.DECLINED)), "next"));

    get(Role.OPERATOR, "olga", "/v1/couriers/carlo/offers?limit=1&cursor=abc")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.offers[0].state")
        .isEqualTo("declined")
        .jsonPath("$.offers[0].orders")
        .isEqualTo(ORDER.value())
        .jsonPath("$.nextCursor")
        .isEqualTo("next");
    assertThat(engine.questions()).containsExactly(new ListOffers(CARLO, "abc", 1));
    expectProblem(get(Role.COURIER, "eve", "/v1/couriers/carlo/offers"), 404, "unknown-courier");
  }

  @Test
  void whatIsOverNoLongerShowsThePlaces() {
    engine.answer(GetAssignment.class, _ -> view(State.ENDED));

    get(Role.COURIER, "carlo", PATH)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.stops[1].point")
        .isEmpty()
        .jsonPath("$.stops[1].address")
        .isEmpty();
    get(Role.OPERATOR, "olga", PATH)
        .expectBody()
        .jsonPath("$.stops[1].address")
        .isEqualTo("1 Rue Grimaldi");
  }

  @Test
  void aDoorThatIsBehindIsNoLongerShown() {
    engine.answer(GetAssignment.class, _ -> view(State.ACCEPTED, NOON));

    get(Role.COURIER, "carlo", PATH)
        .expectBody()
        .jsonPath("$.stops[0].address")
        .isEqualTo("Noodle Bar")
        .jsonPath("$.stops[1].point")
        .isEmpty()
        .jsonPath("$.stops[1].address")
        .isEmpty();
    get(Role.OPERATOR, "olga", PATH)
        .expectBody()
        .jsonPath("$.stops[1].address")
        .isEqualTo("1 Rue Grimaldi");
  }

  @Test
  void anotherCouriersAssignmentIsUnknown() {
    engine.decide(_ -> Receipt.rejected(new NotYourAssignment(TRIP)));

    expectProblem(get(Role.COURIER, "eve", PATH), 404, "unknown-assignment");
    expectProblem(
        get(Role.COURIER, "eve", "/v1/couriers/carlo/assignments"), 404, "unknown-courier");
    expectProblem(post(Role.COURIER, "eve", PATH + "/accept", "{}"), 404, "unknown-assignment");
  }

  @Test
  void everyActIsACommandOfItsOwn() {
    String why = "{\"reason\":\"nobody there\"}";
    String stop = PATH + "/orders/" + ORDER;
    for (String act : List.of("/accept", "/decline", "/release")) {
      post(Role.COURIER, "carlo", PATH + act, "/accept".equals(act) ? "{}" : why)
          .expectStatus()
          .isOk();
    }
    for (String act :
        List.of("/arrive-pickup", "/pickup", "/arrive-dropoff", "/dropoff", "/return")) {
      post(Role.COURIER, "carlo", stop + act, "{}").expectStatus().isOk();
    }
    post(Role.COURIER, "carlo", stop + "/fail", why).expectStatus().isOk();
    expectProblem(
        post(Role.COURIER, "carlo", stop + "/fail", "{}"), 400, "missing-field", "reason");
    expectProblem(
        post(Role.COURIER, "carlo", stop + "/fail", "{\"reason\":\" \"}"),
        422,
        "invalid-value",
        "reason");

    assertThat(engine.commands())
        .hasExactlyElementsOfTypes(
            AcceptOffer.class,
            DeclineOffer.class,
            ReleaseAssignment.class,
            ArriveAtPickup.class,
            RecordPickup.class,
            ArriveAtDropoff.class,
            RecordDropoff.class,
            RecordReturn.class,
            FailDropoff.class);
  }

  private static AssignmentView view(State state) {
    return view(state, null);
  }

  private static AssignmentView view(State state, @Nullable Instant deliveredAt) {
    var stops =
        List.of(
            new StopView(Stop.pickup(ORDER, NOON), null, null, false),
            new StopView(Stop.dropoff(ORDER, NOON), null, deliveredAt, false));
    return new AssignmentView(
        TRIP, CARLO, new DecisionId("d"), state, stops, NOON, NOON, null, null, null, NOON);
  }
}
