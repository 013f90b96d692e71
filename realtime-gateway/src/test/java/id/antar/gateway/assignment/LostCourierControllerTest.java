package id.antar.gateway.assignment;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.TRIP;
import static id.antar.gateway.testing.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AbandonCause;
import id.antar.api.assignment.AssignmentCommand.AbandonAssignment;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.AssignmentRejection.AssignmentIsOver;
import id.antar.api.assignment.AssignmentRejection.NotYourAssignment;
import id.antar.api.assignment.AssignmentView;
import id.antar.api.assignment.AssignmentView.GetAssignment;
import id.antar.api.assignment.AssignmentView.State;
import id.antar.api.assignment.AssignmentView.StopView;
import id.antar.api.assignment.Stop;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.person.Personal;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LostCourierControllerTest extends GatewayTest {

  private static final String PATH = "/v1/assignments/trip-1";
  private static final GeoPoint ROADSIDE = new GeoPoint(43.74, 7.43);
  private static final String BREAKDOWN =
      """
      {"reason":"puncture","at":{"latitude":43.74,"longitude":7.43}}
      """;

  @BeforeEach
  void thereIsATrip() {
    engine.answer(GetAssignment.class, _ -> view(TRIP, State.ACCEPTED));
  }

  @Test
  void aCourierBreaksDownAndSaysWhere() {
    post(Role.COURIER, "carlo", PATH + "/breakdown", BREAKDOWN)
        .expectStatus()
        .isOk()
        .expectBody()
        .json("{\"accepted\":true}");

    assertThat(engine.questions()).isEmpty();
    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            AbandonAssignment.class,
            command -> {
              assertThat(command.courierId()).isEqualTo(CARLO);
              assertThat(command.cause()).isEqualTo(AbandonCause.BROKEN_DOWN);
              assertThat(command.handover()).isEqualTo(Personal.of(CARLO.personId(), ROADSIDE));
              assertThat(command.reason()).isEqualTo("puncture");
            });
  }

  @Test
  void anOperatorSaysSoForTheCourierOrTakesTheTripAway() {
    post(Role.OPERATOR, "olga", PATH + "/breakdown", BREAKDOWN).expectStatus().isOk();
    post(Role.ADMIN, "root", PATH + "/abandon", "{\"reason\":\"unreachable\"}")
        .expectStatus()
        .isOk();

    assertThat(engine.commands())
        .extracting(command -> ((AbandonAssignment) command).courierId())
        .containsExactly(CARLO, CARLO);
    var taken = (AbandonAssignment) engine.commands().getLast();
    assertThat(taken.cause()).isEqualTo(AbandonCause.OPERATOR);
    assertThat(taken.handover()).isNull();
  }

  @Test
  void whatIsNotTheirsOrNotThereIsUnknown() {
    engine.answer(GetAssignment.class, _ -> null);
    expectProblem(
        post(Role.OPERATOR, "olga", PATH + "/abandon", "{\"reason\":\"lost\"}"),
        404,
        "unknown-assignment");
    expectProblem(
        post(Role.COURIER, "carlo", PATH + "/abandon", "{\"reason\":\"lost\"}"), 403, "forbidden");
    assertThat(engine.commands()).isEmpty();

    engine.decide(_ -> Receipt.rejected(new NotYourAssignment(TRIP)));
    expectProblem(
        post(Role.COURIER, "eve", PATH + "/breakdown", BREAKDOWN), 404, "unknown-assignment");
    engine.decide(_ -> Receipt.rejected(new AssignmentIsOver(TRIP)));
    expectProblem(
        post(Role.COURIER, "carlo", PATH + "/breakdown", BREAKDOWN), 409, "assignment-is-over");
  }

  @Test
  void aWrongBodyIsNamed() {
    expectProblem(
        post(Role.COURIER, "carlo", PATH + "/breakdown", "{\"reason\":\"puncture\"}"),
        400,
        "missing-field",
        "at");
    expectProblem(
        post(Role.COURIER, "carlo", PATH + "/breakdown", BREAKDOWN.replace("43.74", "91")),
        422,
        "invalid-value",
        "at.latitude");
    expectProblem(
        post(Role.COURIER, "carlo", PATH + "/breakdown", BREAKDOWN.replace("puncture", " ")),
        422,
        "invalid-value",
        "reason");
  }

  @Test
  void whatWasLeftBehindIsFetchedWhereItIs() {
    var other = new AssignmentId("trip-2");
    engine.answer(GetAssignment.class, q -> view(q.assignmentId(), State.ACCEPTED));
    engine.answer(GetOrder.class, _ -> order(OrderStage.READY, null, ROADSIDE));

    get(Role.COURIER, "carlo", "/v1/assignments/" + other)
        .expectBody()
        .jsonPath("$.stops[0].point.latitude")
        .isEqualTo(43.74)
        .jsonPath("$.stops[0].address")
        .isEqualTo("From another courier, on the way")
        .jsonPath("$.stops[2].point.latitude")
        .isEqualTo(43.73);
  }

  @Test
  void theTripThatLostItFetchedItAtTheMerchants() {
    engine.answer(GetAssignment.class, _ -> view(TRIP, State.ENDED));
    engine.answer(GetOrder.class, _ -> order(OrderStage.READY, null, ROADSIDE));

    get(Role.OPERATOR, "olga", PATH)
        .expectBody()
        .jsonPath("$.stops[0].point.latitude")
        .isEqualTo(43.73);

    engine.answer(GetOrder.class, _ -> order(OrderStage.DELIVERED, CARLO, ROADSIDE));
    get(Role.OPERATOR, "olga", PATH)
        .expectBody()
        .jsonPath("$.stops[0].point.latitude")
        .isEqualTo(43.74);
  }

  private static AssignmentView view(AssignmentId id, State state) {
    var stops =
        List.of(
            new StopView(Stop.pickup(ORDER, NOON), null, null, false),
            new StopView(Stop.dropoff(ORDER, NOON), null, null, false),
            new StopView(new Stop(Stop.Kind.RETURN, ORDER, NOON), null, null, true));
    return new AssignmentView(
        id, CARLO, new DecisionId("d"), state, stops, NOON, NOON, null, null, null, NOON);
  }
}
