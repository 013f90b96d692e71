package id.antar.command.assignment;

import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.KIM;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.order;
import static id.antar.command.assignment.AssignmentTest.FIRST;
import static id.antar.command.assignment.AssignmentTest.SECOND;
import static id.antar.command.assignment.AssignmentTest.accepted;
import static id.antar.command.assignment.AssignmentTest.declined;
import static id.antar.command.assignment.AssignmentTest.dropOff;
import static id.antar.command.assignment.AssignmentTest.droppedOff;
import static id.antar.command.assignment.AssignmentTest.failed;
import static id.antar.command.assignment.AssignmentTest.given;
import static id.antar.command.assignment.AssignmentTest.offered;
import static id.antar.command.assignment.AssignmentTest.pickUp;
import static id.antar.command.assignment.AssignmentTest.pickedUp;
import static id.antar.command.assignment.AssignmentTest.withdraw;

import id.antar.api.assignment.AssignmentCommand.AmendAssignment;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentRejection.AlreadyAtPickup;
import id.antar.api.assignment.AssignmentRejection.AssignmentIsOver;
import id.antar.api.assignment.AssignmentRejection.NotAccepted;
import id.antar.api.assignment.AssignmentRejection.NotInThisAssignment;
import id.antar.api.assignment.AssignmentRejection.NotYourAssignment;
import id.antar.api.assignment.AssignmentRejection.OfferIsClosed;
import id.antar.api.assignment.AssignmentRejection.StopsNotCarriable;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.order.OrderId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Bo's trip with two orders is made another one on the way.
class AmendingTest {

  private static final OrderId THIRD = order(3);
  private static final Stop PICKUP_1 = Stop.pickup(FIRST, at(30));
  private static final Stop DROPOFF_1 = Stop.dropoff(FIRST, at(40));
  private static final Stop RETURN_1 = new Stop(Stop.Kind.RETURN, FIRST, at(45));
  private static final Stop PICKUP_2 = Stop.pickup(SECOND, at(31));
  private static final Stop DROPOFF_2 = Stop.dropoff(SECOND, at(41));
  private static final Stop PICKUP_3 = Stop.pickup(THIRD, at(32));
  private static final Stop DROPOFF_3 = Stop.dropoff(THIRD, at(42));

  @Test
  void anOrderIsAddedOnTheWayToTheMerchant() {
    var stops = List.of(PICKUP_1, PICKUP_2, PICKUP_3, DROPOFF_3, DROPOFF_1, DROPOFF_2);
    given(offered(), accepted()).when(amend(stops)).then(amended(stops, List.of(THIRD), List.of()));
    given(offered(), accepted(), amended(stops, List.of(THIRD), List.of()))
        .when(pickUp(THIRD))
        .then(pickedUp(THIRD));
  }

  @Test
  void whatIsNotPickedUpIsTakenOffTheTrip() {
    var stops = List.of(PICKUP_2, DROPOFF_2);
    given(offered(), accepted()).when(amend(stops)).then(amended(stops, List.of(), List.of(FIRST)));
    given(offered(), accepted(), amended(stops, List.of(), List.of(FIRST)))
        .when(pickUp(FIRST))
        .thenRefused(new NotInThisAssignment(TRIP, FIRST));
  }

  @Test
  void whatACourierHasComeToFetchStaysOnTheTrip() {
    var arrived = new ArrivedAtPickup(TRIP, BO, FIRST, at(10));
    given(offered(), accepted(), arrived)
        .when(amend(List.of(PICKUP_2, DROPOFF_2)))
        .thenRefused(new AlreadyAtPickup(TRIP, FIRST));
    given(offered(), accepted(), arrived)
        .when(amend(List.of()))
        .thenRefused(new AlreadyAtPickup(TRIP, FIRST));
    var stops = List.of(PICKUP_1, DROPOFF_1);
    given(offered(), accepted(), arrived)
        .when(amend(stops))
        .then(amended(stops, List.of(), List.of(SECOND)));
  }

  @Test
  void whatIsInHandKeepsItsDropoff() {
    given(offered(), accepted(), pickedUp(FIRST))
        .when(amend(List.of(DROPOFF_1)))
        .then(amended(List.of(DROPOFF_1), List.of(), List.of(SECOND)));
    given(offered(), accepted(), pickedUp(FIRST))
        .when(amend(List.of(PICKUP_2, DROPOFF_2)))
        .thenRefused(new StopsNotCarriable(TRIP, "nowhere to drop off [order-1]"));
    given(offered(), accepted(), pickedUp(FIRST))
        .when(amend(List.of(PICKUP_1, DROPOFF_1)))
        .thenRefused(new StopsNotCarriable(TRIP, "the PICKUP of order order-1 is out of place"));
  }

  @Test
  void whatGoesBackKeepsItsReturn() {
    given(offered(), accepted(), pickedUp(FIRST), failed(FIRST))
        .when(amend(List.of(RETURN_1)))
        .then(amended(List.of(RETURN_1), List.of(), List.of(SECOND)));
    given(offered(), accepted(), pickedUp(FIRST), failed(FIRST))
        .when(amend(List.of(DROPOFF_1)))
        .thenRefused(new StopsNotCarriable(TRIP, "the DROPOFF of order order-1 is out of place"));
  }

  @Test
  void aVisitedStopIsNotVisitedAgain() {
    given(offered(), accepted(), pickedUp(FIRST), droppedOff(FIRST))
        .when(amend(List.of(DROPOFF_1, PICKUP_2, DROPOFF_2)))
        .thenRefused(new StopsNotCarriable(TRIP, "the DROPOFF of order order-1 is out of place"));
  }

  @Test
  void nothingIsDroppedOffBeforeItsPickup() {
    given(offered(), accepted())
        .when(amend(List.of(DROPOFF_3, PICKUP_3)))
        .thenRefused(new StopsNotCarriable(TRIP, "the DROPOFF of order order-3 is out of place"));
  }

  @Test
  void whatWasTakenOffMayComeBack() {
    var without = amended(List.of(PICKUP_2, DROPOFF_2), List.of(), List.of(FIRST));
    var stops = List.of(PICKUP_1, PICKUP_2, DROPOFF_2, DROPOFF_1);
    given(offered(), accepted(), without)
        .when(amend("another", BO, stops))
        .then(amended("another", stops, List.of(FIRST), List.of()));
  }

  @Test
  void aTripOfNothingEnds() {
    given(offered(), accepted())
        .when(amend(List.of()))
        .then(
            amended(List.of(), List.of(), List.of(FIRST, SECOND)),
            new AssignmentEnded(TRIP, BO, at(16)));
  }

  @Test
  void anAddedOrderEndsTheTripIfItIsTheLast() {
    var stops = List.of(PICKUP_3, DROPOFF_3);
    given(
            offered(),
            accepted(),
            amended(stops, List.of(THIRD), List.of(FIRST, SECOND)),
            pickedUp(THIRD))
        .when(dropOff(THIRD))
        .then(droppedOff(THIRD), new AssignmentEnded(TRIP, BO, at(20)));
  }

  @Test
  void anAddedOrderThatIsOffLeavesTheTripAgain() {
    var stops = List.of(PICKUP_1, DROPOFF_1, PICKUP_3, DROPOFF_3);
    given(offered(), accepted(), amended(stops, List.of(THIRD), List.of(SECOND)))
        .when(withdraw(THIRD))
        .then(AssignmentTest.withdrawn(THIRD));
  }

  @Test
  void saidAgainItIsFineAlsoWhenItWasOvertaken() {
    var first = List.of(PICKUP_1, DROPOFF_1);
    var second = List.of(PICKUP_1, PICKUP_3, DROPOFF_1, DROPOFF_3);
    var once = amended(first, List.of(), List.of(SECOND));
    var twice = amended("another", second, List.of(THIRD), List.of());
    given(offered(), accepted(), once).when(amend(first)).thenNothing();
    given(offered(), accepted(), once, pickedUp(FIRST)).when(amend(first)).thenNothing();
    given(offered(), accepted(), once, twice).when(amend(first)).thenNothing();
  }

  @Test
  void anotherCourierHasNoSuchTrip() {
    given(offered(), accepted())
        .when(amend("decision-2", KIM, List.of(PICKUP_1, DROPOFF_1)))
        .thenRefused(new NotYourAssignment(TRIP));
  }

  @Test
  void onlyATripUnderWayIsAmended() {
    var stops = List.of(PICKUP_1, DROPOFF_1);
    given(offered()).when(amend(stops)).thenRefused(new NotAccepted(TRIP));
    given(offered(), declined())
        .when(amend(stops))
        .thenRefused(new OfferIsClosed(TRIP, "declined"));
    given(
            offered(),
            accepted(),
            pickedUp(FIRST),
            pickedUp(SECOND),
            droppedOff(FIRST),
            droppedOff(SECOND),
            new AssignmentEnded(TRIP, BO, at(20)))
        .when(amend(List.of(PICKUP_3, DROPOFF_3)))
        .thenRefused(new AssignmentIsOver(TRIP));
  }

  private static AmendAssignment amend(List<Stop> stops) {
    return amend("decision-2", BO, stops);
  }

  private static AmendAssignment amend(String decision, CourierId courier, List<Stop> stops) {
    return new AmendAssignment(TRIP, courier, new DecisionId(decision), stops, "better", at(16));
  }

  private static AssignmentAmended amended(
      List<Stop> stops, List<OrderId> added, List<OrderId> removed) {
    return amended("decision-2", stops, added, removed);
  }

  private static AssignmentAmended amended(
      String decision, List<Stop> stops, List<OrderId> added, List<OrderId> removed) {
    return new AssignmentAmended(
        TRIP, BO, new DecisionId(decision), stops, added, removed, "better", at(16));
  }
}
