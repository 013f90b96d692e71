package id.antar.command.assignment;

import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.DECISION;
import static id.antar.command.Cast.KIM;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.order;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AbandonCause;
import id.antar.api.assignment.AssignmentCommand;
import id.antar.api.assignment.AssignmentCommand.AbandonAssignment;
import id.antar.api.assignment.AssignmentCommand.AcceptOffer;
import id.antar.api.assignment.AssignmentCommand.AmendAssignment;
import id.antar.api.assignment.AssignmentCommand.ArriveAtDropoff;
import id.antar.api.assignment.AssignmentCommand.ArriveAtPickup;
import id.antar.api.assignment.AssignmentCommand.DeclineOffer;
import id.antar.api.assignment.AssignmentCommand.ExpireOffer;
import id.antar.api.assignment.AssignmentCommand.FailDropoff;
import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentCommand.RecordDropoff;
import id.antar.api.assignment.AssignmentCommand.RecordPickup;
import id.antar.api.assignment.AssignmentCommand.RecordReturn;
import id.antar.api.assignment.AssignmentCommand.ReleaseAssignment;
import id.antar.api.assignment.AssignmentCommand.WithdrawOrder;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtDropoff;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentEvent.DropoffFailed;
import id.antar.api.assignment.AssignmentEvent.DropoffRecorded;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OfferExpired;
import id.antar.api.assignment.AssignmentEvent.OrderWithdrawn;
import id.antar.api.assignment.AssignmentEvent.OrdersReleased;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRequested;
import id.antar.api.assignment.AssignmentRejection.AlreadyOffered;
import id.antar.api.assignment.AssignmentRejection.AlreadyPickedUp;
import id.antar.api.assignment.AssignmentRejection.NotAccepted;
import id.antar.api.assignment.AssignmentRejection.NotInThisAssignment;
import id.antar.api.assignment.AssignmentRejection.NotPickedUp;
import id.antar.api.assignment.AssignmentRejection.NotToBeReturned;
import id.antar.api.assignment.AssignmentRejection.NotYourAssignment;
import id.antar.api.assignment.AssignmentRejection.OfferIsClosed;
import id.antar.api.assignment.AssignmentRejection.OfferIsExpired;
import id.antar.api.assignment.AssignmentRejection.StopsNotCarriable;
import id.antar.api.assignment.AssignmentRejection.ToBeReturned;
import id.antar.api.assignment.AssignmentRejection.UnknownAssignment;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.order.OrderId;
import id.antar.command.decider.Decision;
import id.antar.command.decider.History;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A bundle of two orders for Bo: both are picked up, then dropped off one by one.
class AssignmentTest {

  static final OrderId FIRST = order(1);
  static final OrderId SECOND = order(2);
  static final OrderId STRANGER = order(9);
  static final List<Stop> STOPS =
      List.of(
          Stop.pickup(FIRST, at(10)),
          Stop.pickup(SECOND, at(11)),
          Stop.dropoff(FIRST, at(20)),
          Stop.dropoff(SECOND, at(25)));

  @Nested
  class OfferingIt {

    @Test
    void aBundleIsOffered() {
      given().when(offer(STOPS)).then(offered());
    }

    @Test
    void theSameTwiceIsFineButNotAnother() {
      given(offered()).when(offer(STOPS)).thenNothing();
      given(offered(), accepted()).when(offer(STOPS)).thenNothing();
      given(offered()).when(offer(STOPS.subList(0, 2))).thenRefused(new AlreadyOffered(TRIP));
    }

    @Test
    void noStopsCannotBeCarried() {
      given().when(offer(List.of())).thenRefused(new StopsNotCarriable(TRIP, "there are none"));
    }

    @Test
    void aDropoffBeforeItsPickupCannotBeCarried() {
      given()
          .when(offer(List.of(Stop.dropoff(FIRST, at(10)), Stop.pickup(FIRST, at(20)))))
          .thenRefused(new StopsNotCarriable(TRIP, "the DROPOFF of order order-1 is out of place"));
    }

    @Test
    void aPickupWithoutDropoffCannotBeCarried() {
      given()
          .when(offer(List.of(Stop.pickup(FIRST, at(10)))))
          .thenRefused(new StopsNotCarriable(TRIP, "nowhere to drop off [order-1]"));
    }

    @Test
    void theSameOrderTwiceCannotBeCarried() {
      given()
          .when(
              offer(
                  List.of(
                      Stop.pickup(FIRST, at(10)),
                      Stop.dropoff(FIRST, at(12)),
                      Stop.pickup(FIRST, at(14)),
                      Stop.dropoff(FIRST, at(16)))))
          .thenRefused(new StopsNotCarriable(TRIP, "the PICKUP of order order-1 is out of place"));
    }
  }

  @Nested
  class AnsweringIt {

    @Test
    void theCourierAccepts() {
      given(offered()).when(new AcceptOffer(TRIP, BO, NOON)).then(accepted());
    }

    @Test
    void anotherCourierIsToldThatThereIsNoSuchOffer() {
      given(offered())
          .when(new AcceptOffer(TRIP, KIM, NOON))
          .thenRefused(new NotYourAssignment(TRIP));
      given(offered())
          .when(new DeclineOffer(TRIP, KIM, "far", NOON))
          .thenRefused(new NotYourAssignment(TRIP));
    }

    @Test
    void courierCannotAcceptAnExpiredOffer() {
      given(offered()).when(new AcceptOffer(TRIP, BO, at(1))).thenRefused(new OfferIsExpired(TRIP));
      given(offered(), expired())
          .when(new AcceptOffer(TRIP, BO, NOON))
          .thenRefused(new OfferIsExpired(TRIP));
    }

    @Test
    void theSameAnswerTwiceIsFine() {
      given(offered(), accepted()).when(new AcceptOffer(TRIP, BO, NOON)).thenNothing();
      given(offered(), declined()).when(new DeclineOffer(TRIP, BO, "far", NOON)).thenNothing();
    }

    @Test
    void anAnswerIsNotTakenBack() {
      given(offered(), accepted())
          .when(new DeclineOffer(TRIP, BO, "far", NOON))
          .thenRefused(new OfferIsClosed(TRIP, "accepted"));
      given(offered(), declined())
          .when(new AcceptOffer(TRIP, BO, NOON))
          .thenRefused(new OfferIsClosed(TRIP, "declined"));
    }

    @Test
    void theCourierDeclines() {
      given(offered()).when(new DeclineOffer(TRIP, BO, "far", NOON)).then(declined());
    }

    @Test
    void itExpiresInItsTimeAndNotBefore() {
      given(offered()).when(new ExpireOffer(TRIP, NOON)).thenNothing();
      given(offered()).when(new ExpireOffer(TRIP, at(1))).then(expired());
      given(offered(), accepted()).when(new ExpireOffer(TRIP, at(1))).thenNothing();
    }
  }

  @Nested
  class CarryingIt {

    @Test
    void fromTheMerchantToTheDoor() {
      given(offered(), accepted())
          .when(new ArriveAtPickup(TRIP, BO, FIRST, at(10)))
          .then(new ArrivedAtPickup(TRIP, BO, FIRST, at(10)));
      given(offered(), accepted()).when(pickUp(FIRST)).then(pickedUp(FIRST));
      given(offered(), accepted(), pickedUp(FIRST))
          .when(new ArriveAtDropoff(TRIP, BO, FIRST, at(20)))
          .then(new ArrivedAtDropoff(TRIP, BO, FIRST, at(20)));
      given(offered(), accepted(), pickedUp(FIRST)).when(dropOff(FIRST)).then(droppedOff(FIRST));
    }

    @Test
    void theLastStopEndsTheTrip() {
      given(offered(), accepted(), pickedUp(FIRST), pickedUp(SECOND), droppedOff(FIRST))
          .when(dropOff(SECOND))
          .then(droppedOff(SECOND), new AssignmentEnded(TRIP, BO, at(20)));
    }

    @Test
    void nothingIsDroppedOffThatWasNotPickedUp() {
      given(offered(), accepted()).when(dropOff(FIRST)).thenRefused(new NotPickedUp(TRIP, FIRST));
      given(offered(), accepted())
          .when(new ArriveAtDropoff(TRIP, BO, FIRST, at(20)))
          .thenRefused(new NotPickedUp(TRIP, FIRST));
      given(offered(), accepted()).when(fail(FIRST)).thenRefused(new NotPickedUp(TRIP, FIRST));
    }

    @Test
    void everythingTwiceIsFine() {
      given(offered(), accepted(), pickedUp(FIRST)).when(pickUp(FIRST)).thenNothing();
      given(offered(), accepted(), pickedUp(FIRST))
          .when(new ArriveAtPickup(TRIP, BO, FIRST, at(10)))
          .thenNothing();
      given(offered(), accepted(), pickedUp(FIRST), droppedOff(FIRST))
          .when(dropOff(FIRST))
          .thenNothing();
    }

    @Test
    void nothingHappensBeforeTheOfferIsAccepted() {
      given(offered()).when(pickUp(FIRST)).thenRefused(new NotAccepted(TRIP));
      given(offered(), expired()).when(pickUp(FIRST)).thenRefused(new OfferIsExpired(TRIP));
      given(offered(), declined())
          .when(pickUp(FIRST))
          .thenRefused(new OfferIsClosed(TRIP, "declined"));
    }

    @Test
    void anotherCourierCarriesNothingOfIt() {
      given(offered(), accepted())
          .when(new RecordPickup(TRIP, KIM, FIRST, at(10)))
          .thenRefused(new NotYourAssignment(TRIP));
    }

    @Test
    void anOrderOfAnotherTripIsNotPartOfIt() {
      given(offered(), accepted())
          .when(pickUp(STRANGER))
          .thenRefused(new NotInThisAssignment(TRIP, STRANGER));
    }
  }

  @Nested
  class BringingItBack {

    @Test
    void whatNobodyTookGoesBack() {
      given(offered(), accepted(), pickedUp(FIRST))
          .when(fail(FIRST))
          .then(new DropoffFailed(TRIP, BO, FIRST, "nobody there", at(20)));
      given(offered(), accepted(), pickedUp(FIRST), failed(FIRST))
          .when(new RecordReturn(TRIP, BO, FIRST, at(40)))
          .then(new ReturnRecorded(TRIP, BO, FIRST, at(40)));
    }

    @Test
    void theLastReturnEndsTheTrip() {
      given(offered(), accepted(), withdrawn(SECOND), pickedUp(FIRST), failed(FIRST))
          .when(new RecordReturn(TRIP, BO, FIRST, at(40)))
          .then(new ReturnRecorded(TRIP, BO, FIRST, at(40)), new AssignmentEnded(TRIP, BO, at(40)));
    }

    @Test
    void whatIsToGoBackIsNotDroppedOff() {
      given(offered(), accepted(), pickedUp(FIRST), failed(FIRST))
          .when(dropOff(FIRST))
          .thenRefused(new ToBeReturned(TRIP, FIRST));
    }

    @Test
    void whatIsOnItsWayToTheDoorDoesNotGoBack() {
      given(offered(), accepted(), pickedUp(FIRST))
          .when(new RecordReturn(TRIP, BO, FIRST, at(40)))
          .thenRefused(new NotToBeReturned(TRIP, FIRST));
    }
  }

  @Nested
  class WithdrawingAnOrder {

    @Test
    void beforePickupItLeavesTheTrip() {
      given(offered(), accepted()).when(withdraw(FIRST)).then(withdrawn(FIRST));
    }

    @Test
    void theLastOneEndsTheTrip() {
      given(offered(), accepted(), withdrawn(FIRST))
          .when(withdraw(SECOND))
          .then(withdrawn(SECOND), new AssignmentEnded(TRIP, BO, at(15)));
    }

    @Test
    void inTheCouriersHandsItGoesBack() {
      given(offered(), accepted(), pickedUp(FIRST))
          .when(withdraw(FIRST))
          .then(new ReturnRequested(TRIP, BO, FIRST, "order off", at(15)));
    }

    @Test
    void whatWasHandedOverCannotGoBack() {
      given(offered(), accepted(), pickedUp(FIRST), droppedOff(FIRST))
          .when(withdraw(FIRST))
          .thenRefused(new NotToBeReturned(TRIP, FIRST));
    }

    @Test
    void fromAnOpenOfferItLeavesTheRestToAnswer() {
      given(offered(), withdrawn(FIRST))
          .when(new AcceptOffer(TRIP, BO, NOON))
          .then(new OfferAccepted(TRIP, BO, List.of(SECOND), NOON));
    }

    @Test
    void anOfferOfNothingIsClosed() {
      given(offered(), withdrawn(FIRST), withdrawn(SECOND), new AssignmentEnded(TRIP, BO, at(15)))
          .when(new AcceptOffer(TRIP, BO, NOON))
          .thenRefused(new OfferIsClosed(TRIP, "withdrawn"));
    }

    @Test
    void twiceOrTooLateIsFine() {
      given(offered(), accepted(), withdrawn(FIRST)).when(withdraw(FIRST)).thenNothing();
      given(offered(), declined()).when(withdraw(FIRST)).thenNothing();
    }

    @Test
    void aWithdrawnOrderIsNotPickedUp() {
      given(offered(), accepted(), withdrawn(FIRST))
          .when(pickUp(FIRST))
          .thenRefused(new NotInThisAssignment(TRIP, FIRST));
    }
  }

  @Nested
  class ReleasingIt {

    @Test
    void theCourierGivesBackWhatIsNotPickedUp() {
      given(offered(), accepted(), pickedUp(FIRST)).when(release()).then(released(SECOND));
    }

    @Test
    void givingBackEverythingEndsTheTrip() {
      given(offered(), accepted())
          .when(release())
          .then(released(FIRST, SECOND), new AssignmentEnded(TRIP, BO, at(15)));
    }

    @Test
    void whatIsPickedUpIsNotGivenBack() {
      given(offered(), accepted(), pickedUp(FIRST), pickedUp(SECOND))
          .when(release())
          .thenRefused(new AlreadyPickedUp(TRIP, FIRST));
    }

    @Test
    void twiceIsFine() {
      given(offered(), accepted(), released(FIRST, SECOND), new AssignmentEnded(TRIP, BO, at(15)))
          .when(release())
          .thenNothing();
    }
  }

  @Test
  void anUnknownAssignmentIsUnknownToEveryCommand() {
    given().when(pickUp(FIRST)).thenRefused(new UnknownAssignment(TRIP));
    given().when(new ExpireOffer(TRIP, at(1))).thenRefused(new UnknownAssignment(TRIP));
    given().when(withdraw(FIRST)).thenRefused(new UnknownAssignment(TRIP));
  }

  @Property
  void everyHistoryFoldsAndDropsOffOnlyWhatWasPickedUp(
      @ForAll("commands") List<AssignmentCommand> commands) {
    var trip = given().and(offered());
    var facts = new ArrayList<AssignmentEvent>();
    for (AssignmentCommand command : commands) {
      List<AssignmentEvent> events = trip.when(command).events();
      trip = trip.and(events);
      facts.addAll(events);
      assertThat(trip.when(command).events()).isEmpty();
    }
    assertThat(given().and(offered()).and(facts).state()).isEqualTo(trip.state());
    assertThatPickupComesFirst(facts);
    assertThatItEndsOnceAndLast(facts);
  }

  @Provide
  Arbitrary<List<AssignmentCommand>> commands() {
    Arbitrary<AssignmentCommand> any =
        Arbitraries.of(BO, BO, BO, KIM)
            .flatMap(courier ->
                Arbitraries.of(FIRST, FIRST, SECOND, SECOND, STRANGER)
                    .flatMap(orderId -> commandsOf(courier, orderId)));
    return any.list().ofMaxSize(40);
  }

  private static Arbitrary<AssignmentCommand> commandsOf(CourierId courier, OrderId orderId) {
    return Arbitraries.of(
        new AcceptOffer(TRIP, courier, NOON),
        new AcceptOffer(TRIP, courier, NOON),
        new DeclineOffer(TRIP, courier, "far", NOON),
        new ExpireOffer(TRIP, at(1)),
        new ArriveAtPickup(TRIP, courier, orderId, at(10)),
        new RecordPickup(TRIP, courier, orderId, at(11)),
        new RecordPickup(TRIP, courier, orderId, at(11)),
        new ArriveAtDropoff(TRIP, courier, orderId, at(20)),
        new RecordDropoff(TRIP, courier, orderId, at(21)),
        new FailDropoff(TRIP, courier, orderId, "nobody there", at(22)),
        new RecordReturn(TRIP, courier, orderId, at(40)),
        new WithdrawOrder(TRIP, orderId, "order off", at(15)),
        new ReleaseAssignment(TRIP, courier, "puncture", at(15)),
        amend(courier, "with", Stop.pickup(orderId, at(30)), Stop.dropoff(orderId, at(35))),
        amend(courier, "carrying", Stop.dropoff(orderId, at(35))),
        amend(courier, "without"),
        new AbandonAssignment(TRIP, courier, AbandonCause.SILENT, null, "lost", at(50)));
  }

  private static AmendAssignment amend(CourierId courier, String decision, Stop... stops) {
    return new AmendAssignment(
        TRIP, courier, new DecisionId(decision), List.of(stops), "better", at(16));
  }

  private static void assertThatPickupComesFirst(List<AssignmentEvent> facts) {
    var inHand = new HashSet<OrderId>();
    for (AssignmentEvent fact : facts) {
      switch (fact) {
        case PickupRecorded e -> assertThat(inHand.add(e.orderId())).isTrue();
        case DropoffRecorded e -> assertThat(inHand.remove(e.orderId())).isTrue();
        case ReturnRecorded e -> assertThat(inHand.remove(e.orderId())).isTrue();
        case OrderWithdrawn e -> assertThat(inHand).doesNotContain(e.orderId());
        case OrdersReleased e -> assertThat(inHand).doesNotContainAnyElementsOf(e.orders());
        case AssignmentAmended e -> {
          assertThat(Collections.disjoint(inHand, e.removed())).isTrue();
          assertThat(Collections.disjoint(inHand, e.added())).isTrue();
          assertThat(e.stops().stream().map(Stop::orderId).toList().containsAll(inHand)).isTrue();
        }
        case AssignmentAbandoned e -> {
          assertThat(inHand).containsExactlyInAnyOrderElementsOf(e.stranded());
          inHand.clear();
        }
        case AssignmentEnded _ -> assertThat(inHand).isEmpty();
        case AssignmentOffered _, OfferAccepted _, OfferDeclined _, OfferExpired _ -> {}
        case ArrivedAtPickup _, ArrivedAtDropoff _, DropoffFailed _, ReturnRequested _ -> {}
      }
    }
  }

  private static void assertThatItEndsOnceAndLast(List<AssignmentEvent> facts) {
    long ends = facts.stream().filter(AssignmentEnded.class::isInstance).count();
    assertThat(ends).isLessThanOrEqualTo(1);
    assertThat(ends == 0 || facts.getLast() instanceof AssignmentEnded).isTrue();
  }

  static History<AssignmentState, AssignmentCommand, AssignmentEvent> given(
      AssignmentEvent... events) {
    return new History<AssignmentState, AssignmentCommand, AssignmentEvent>(
            new AssignmentState.Unoffered(), AssignmentState::evolve, AssignmentTest::decide)
        .and(events);
  }

  private static Decision<AssignmentEvent> decide(
      AssignmentState state, AssignmentCommand command) {
    return state.decide(command, command.occurredAt());
  }

  static OfferAssignment offer(List<Stop> stops) {
    return new OfferAssignment(TRIP, BO, DECISION, stops, at(1), NOON);
  }

  static RecordPickup pickUp(OrderId orderId) {
    return new RecordPickup(TRIP, BO, orderId, at(11));
  }

  static RecordDropoff dropOff(OrderId orderId) {
    return new RecordDropoff(TRIP, BO, orderId, at(20));
  }

  static FailDropoff fail(OrderId orderId) {
    return new FailDropoff(TRIP, BO, orderId, "nobody there", at(20));
  }

  static WithdrawOrder withdraw(OrderId orderId) {
    return new WithdrawOrder(TRIP, orderId, "order off", at(15));
  }

  static ReleaseAssignment release() {
    return new ReleaseAssignment(TRIP, BO, "puncture", at(15));
  }

  static AssignmentOffered offered() {
    return new AssignmentOffered(TRIP, BO, DECISION, STOPS, at(1), NOON);
  }

  static OfferAccepted accepted() {
    return new OfferAccepted(TRIP, BO, List.of(FIRST, SECOND), NOON);
  }

  static OfferDeclined declined() {
    return new OfferDeclined(TRIP, BO, List.of(FIRST, SECOND), "far", NOON);
  }

  static OfferExpired expired() {
    return new OfferExpired(TRIP, BO, List.of(FIRST, SECOND), at(1));
  }

  static PickupRecorded pickedUp(OrderId orderId) {
    return new PickupRecorded(TRIP, BO, orderId, at(11));
  }

  static DropoffRecorded droppedOff(OrderId orderId) {
    return new DropoffRecorded(TRIP, BO, orderId, at(20));
  }

  static DropoffFailed failed(OrderId orderId) {
    return new DropoffFailed(TRIP, BO, orderId, "nobody there", at(20));
  }

  static OrderWithdrawn withdrawn(OrderId orderId) {
    return new OrderWithdrawn(TRIP, BO, orderId, "order off", at(15));
  }

  static OrdersReleased released(OrderId... orders) {
    return new OrdersReleased(TRIP, BO, List.of(orders), "puncture", at(15));
  }
}
