package id.antar.dispatch.live;

import static id.antar.dispatch.live.Town.ADA;
import static id.antar.dispatch.live.Town.BOB;
import static id.antar.dispatch.live.Town.NOODLES;
import static id.antar.dispatch.live.Town.NOON;
import static id.antar.dispatch.live.Town.OFFER;
import static id.antar.dispatch.live.Town.ORDER;
import static id.antar.dispatch.live.Town.OTHER_OFFER;
import static id.antar.dispatch.live.Town.OTHER_ORDER;
import static id.antar.dispatch.live.Town.confirmed;
import static id.antar.dispatch.live.Town.north;
import static id.antar.dispatch.live.Town.offered;
import static id.antar.dispatch.live.Town.onShift;
import static id.antar.dispatch.live.Town.placed;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AbandonCause;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentEvent.DropoffFailed;
import id.antar.api.assignment.AssignmentEvent.DropoffRecorded;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OfferExpired;
import id.antar.api.assignment.AssignmentEvent.OrderWithdrawn;
import id.antar.api.assignment.AssignmentEvent.OrdersReleased;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierEvent.BreakEnded;
import id.antar.api.courier.CourierEvent.BreakStarted;
import id.antar.api.courier.CourierEvent.ShiftEnded;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderEvent.OrderUnpinned;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.person.Personal;
import id.antar.dispatch.live.BoardOrder.Readiness;
import id.antar.dispatch.live.BoardTrip.BoardStop;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenBoardTest {

  private final OpenBoard board = new OpenBoard();

  private void given(Object... events) {
    for (Object event : events) {
      var _ =
          switch (event) {
            case OrderEvent e -> board.apply(e);
            case AssignmentEvent e -> board.apply(e);
            case CourierEvent e -> board.apply(e);
            default -> throw new IllegalArgumentException("Not an event: " + event);
          };
    }
  }

  private List<OrderId> open() {
    return board.openOrders().stream().map(BoardOrder::orderId).toList();
  }

  private List<String> idle() {
    return board.snapshot(NOON).idle().stream().map(c -> c.courierId().value()).toList();
  }

  @Test
  void anOrderIsOpenFromItsConfirmationOn() {
    given(placed(ORDER));
    assertThat(open()).isEmpty();
    given(confirmed(ORDER, 600));
    assertThat(open()).containsExactly(ORDER);
  }

  @Test
  void theMerchantsLatestWordOnReadinessCounts() {
    given(placed(ORDER), confirmed(ORDER, 600));
    given(new ReadyTimeChanged(ORDER, NOON.plusSeconds(900), NOON));
    assertThat(board.openOrders().getFirst().readyAt()).isEqualTo(NOON.plusSeconds(900));
    given(new OrderReady(ORDER, NOON.plusSeconds(60)));
    assertThat(board.openOrders().getFirst().readyAt()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void anOfferTakesOrderAndCourierUntilItIsDeclinedAndTheDeclineIsRemembered() {
    given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA), onShift(BOB));
    given(offered(OFFER, ADA, ORDER));
    assertThat(open()).isEmpty();
    assertThat(idle()).containsExactly("bob");
    given(new OfferDeclined(OFFER, ADA, List.of(ORDER), "too far", NOON));
    assertThat(open()).containsExactly(ORDER);
    assertThat(idle()).containsExactly("ada", "bob");
    assertThat(board.openOrders().getFirst().declines()).containsOnlyKeys("ada");
  }

  @Test
  void anExpiredOfferCountsAsDeclined() {
    given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA), offered(OFFER, ADA, ORDER));
    given(new OfferExpired(OFFER, ADA, List.of(ORDER), NOON.plusSeconds(45)));
    assertThat(open()).containsExactly(ORDER);
    assertThat(board.openOrders().getFirst().declines()).containsEntry("ada", NOON.plusSeconds(45));
  }

  @Test
  void aTripEndsWithTheCourierFreeAgain() {
    given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA), offered(OFFER, ADA, ORDER));
    assertThat(board.tripOf(ADA)).isEmpty();
    given(new OfferAccepted(OFFER, ADA, List.of(ORDER), NOON));
    given(new CourierAssigned(ORDER, OFFER, ADA, NOON));
    assertThat(board.tripOf(ADA).orElseThrow().stops()).hasSize(2);
    given(new PickupRecorded(OFFER, ADA, ORDER, NOON), new OrderPickedUp(ORDER, OFFER, ADA, NOON));
    assertThat(board.tripOf(ADA).orElseThrow().stops())
        .extracting(BoardStop::kind)
        .containsExactly(Stop.Kind.DROPOFF);
    given(new DropoffRecorded(OFFER, ADA, ORDER, NOON));
    assertThat(idle()).isEmpty();
    given(new AssignmentEnded(OFFER, ADA, NOON));
    assertThat(idle()).containsExactly("ada");
    assertThat(board.tripOf(ADA)).isEmpty();
  }

  @Test
  void releasedOrdersAreOpenAgainOnceTheyAreUnassigned() {
    given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA), offered(OFFER, ADA, ORDER));
    given(new OfferAccepted(OFFER, ADA, List.of(ORDER), NOON));
    given(new CourierAssigned(ORDER, OFFER, ADA, NOON));
    given(new OrdersReleased(OFFER, ADA, List.of(ORDER), "flat tyre", NOON));
    given(new AssignmentEnded(OFFER, ADA, NOON));
    assertThat(open()).isEmpty();
    given(new CourierUnassigned(ORDER, OFFER, ADA, "flat tyre", NOON));
    assertThat(open()).containsExactly(ORDER);
    assertThat(board.openOrders().getFirst().declines()).containsOnlyKeys("ada");
  }

  @Test
  void anAmendedTripHasItsNewStopsAndWhatLeftItIsOpenOnceItIsUnassigned() {
    given(placed(ORDER), confirmed(ORDER, 0), placed(OTHER_ORDER), confirmed(OTHER_ORDER, 0));
    given(onShift(ADA), offered(OFFER, ADA, ORDER));
    given(new OfferAccepted(OFFER, ADA, List.of(ORDER), NOON));
    given(new CourierAssigned(ORDER, OFFER, ADA, NOON));
    given(amended(List.of(OTHER_ORDER), List.of(ORDER)));
    assertThat(open()).isEmpty();
    assertThat(board.tripOf(ADA).orElseThrow().stops())
        .containsExactly(
            new BoardStop(Stop.Kind.PICKUP, OTHER_ORDER, NOODLES, NOODLES),
            new BoardStop(Stop.Kind.DROPOFF, OTHER_ORDER, north(30), NOODLES));
    given(new CourierUnassigned(ORDER, OFFER, ADA, "late", NOON));
    assertThat(open()).containsExactly(ORDER);
    assertThat(board.openOrders().getFirst().declines()).isEmpty();
  }

  @Test
  void anAddedOrderThatLeavesTheTripAgainIsOpen() {
    given(placed(ORDER), confirmed(ORDER, 0), placed(OTHER_ORDER), confirmed(OTHER_ORDER, 0));
    given(onShift(ADA), offered(OFFER, ADA, ORDER));
    given(new OfferAccepted(OFFER, ADA, List.of(ORDER), NOON));
    given(amended(List.of(OTHER_ORDER), List.of()));
    assertThat(open()).isEmpty();
    given(new OrderWithdrawn(OFFER, ADA, OTHER_ORDER, "off", NOON));
    assertThat(open()).containsExactly(OTHER_ORDER);
  }

  @Test
  void whatALostCourierLeftBehindIsFetchedWhereItIs() {
    givenALostCourier();
    given(stranded(Personal.of(ADA.personId(), north(10)), 120));
    assertThat(open()).containsExactly(ORDER);
    assertThat(idle()).isEmpty();
    BoardOrder order = board.openOrders().getFirst();
    assertThat(order.pickup()).isEqualTo(north(10));
    assertThat(order.merchantPlace()).isEqualTo(NOODLES);
    assertThat(order.readyAt()).isEqualTo(NOON.plusSeconds(120));
    assertThat(order.declines()).containsOnlyKeys("ada");
    given(offered(OTHER_OFFER, BOB, ORDER));
    given(new OfferAccepted(OTHER_OFFER, BOB, List.of(ORDER), NOON));
    assertThat(board.tripOf(BOB).orElseThrow().stops().getFirst())
        .isEqualTo(new BoardStop(Stop.Kind.PICKUP, ORDER, north(10), NOODLES));
    given(new PickupRecorded(OTHER_OFFER, BOB, ORDER, NOON));
    given(new DropoffFailed(OTHER_OFFER, BOB, ORDER, "nobody", NOON));
    assertThat(board.tripOf(BOB).orElseThrow().stops())
        .containsExactly(new BoardStop(Stop.Kind.RETURN, ORDER, NOODLES, NOODLES));
  }

  @Test
  void whatIsMadeAgainIsFetchedAtTheMerchants() {
    givenALostCourier();
    given(stranded(Personal.of(ADA.personId(), north(10)), 120), stranded(null, 900));
    assertThat(board.openOrders().getFirst().pickup()).isEqualTo(NOODLES);
    assertThat(board.openOrders().getFirst().readyAt()).isEqualTo(NOON.plusSeconds(900));
  }

  @Test
  void whatALostCourierHadNotPickedUpIsOpenOnceItIsUnassigned() {
    given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA), offered(OFFER, ADA, ORDER));
    given(new OfferAccepted(OFFER, ADA, List.of(ORDER), NOON));
    given(new CourierAssigned(ORDER, OFFER, ADA, NOON));
    given(abandoned(List.of(ORDER), List.of()), new AssignmentEnded(OFFER, ADA, NOON));
    assertThat(open()).isEmpty();
    given(new CourierUnassigned(ORDER, OFFER, ADA, "silent", NOON));
    assertThat(open()).containsExactly(ORDER);
    assertThat(board.openOrders().getFirst().declines()).containsOnlyKeys("ada");
  }

  @Test
  void aPinIsKnownUntilItIsTakenOffOrTheOrderIsStranded() {
    given(placed(ORDER), confirmed(ORDER, 0));
    assertThat(board.openOrders().getFirst().pinnedTo()).isNull();
    assertThat(board.apply(new OrderPinned(ORDER, ADA, "knows the house", NOON))).isTrue();
    assertThat(board.openOrders().getFirst().pinnedTo()).isEqualTo(ADA);
    assertThat(board.apply(new OrderUnpinned(ORDER, "no need", NOON))).isTrue();
    assertThat(board.openOrders().getFirst().pinnedTo()).isNull();
    given(new OrderPinned(ORDER, ADA, "knows the house", NOON), stranded(null, 900));
    assertThat(board.openOrders().getFirst().pinnedTo()).isNull();
  }

  private void givenALostCourier() {
    given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA), offered(OFFER, ADA, ORDER));
    given(new OfferAccepted(OFFER, ADA, List.of(ORDER), NOON));
    given(new CourierAssigned(ORDER, OFFER, ADA, NOON));
    given(new PickupRecorded(OFFER, ADA, ORDER, NOON), new OrderPickedUp(ORDER, OFFER, ADA, NOON));
    given(abandoned(List.of(), List.of(ORDER)), new AssignmentEnded(OFFER, ADA, NOON));
    assertThat(open()).isEmpty();
    assertThat(board.tripOf(ADA)).isEmpty();
  }

  private static AssignmentAbandoned abandoned(List<OrderId> released, List<OrderId> stranded) {
    return new AssignmentAbandoned(
        OFFER, ADA, AbandonCause.SILENT, released, stranded, null, "silent", NOON);
  }

  private static OrderStranded stranded(@Nullable Personal<GeoPoint> handover, int readyInSeconds) {
    return new OrderStranded(
        ORDER, OFFER, ADA, handover, NOON.plusSeconds(readyInSeconds), NOON.plusSeconds(60));
  }

  private static AssignmentAmended amended(List<OrderId> added, List<OrderId> removed) {
    return new AssignmentAmended(
        OFFER,
        ADA,
        new DecisionId("decision-2"),
        List.of(Stop.pickup(OTHER_ORDER, NOON), Stop.dropoff(OTHER_ORDER, NOON)),
        added,
        removed,
        "late",
        NOON);
  }

  @Test
  void whatHappensToALosingOfferDoesNotFreeTheOrder() {
    given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA), onShift(BOB));
    given(offered(OFFER, ADA, ORDER), offered(OTHER_OFFER, BOB, ORDER));
    given(new OfferAccepted(OFFER, ADA, List.of(ORDER), NOON));
    given(new CourierAssigned(ORDER, OFFER, ADA, NOON));
    given(new OrderWithdrawn(OTHER_OFFER, BOB, ORDER, "lost", NOON));
    assertThat(open()).isEmpty();
    assertThat(idle()).containsExactly("bob");
  }

  @Test
  void anOrderThatWasOfferedTwiceStaysWithWhoCarriesItWhenTheOtherOfferExpires() {
    given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA), onShift(BOB));
    given(offered(OFFER, ADA, ORDER), new OfferAccepted(OFFER, ADA, List.of(ORDER), NOON));
    given(new CourierAssigned(ORDER, OFFER, ADA, NOON));
    given(offered(OTHER_OFFER, BOB, ORDER));
    given(new OfferExpired(OTHER_OFFER, BOB, List.of(ORDER), NOON.plusSeconds(45)));
    assertThat(open()).isEmpty();
  }

  @Test
  void anOrderThatWasOfferedTwiceIsOpenOnceBothHaveDeclined() {
    given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA), onShift(BOB));
    given(offered(OFFER, ADA, ORDER), offered(OTHER_OFFER, BOB, ORDER));
    given(new OfferDeclined(OFFER, ADA, List.of(ORDER), "too far", NOON));
    assertThat(open()).isEmpty();
    given(new OfferDeclined(OTHER_OFFER, BOB, List.of(ORDER), "too far", NOON));
    assertThat(open()).containsExactly(ORDER);
  }

  @Test
  void anOrderThatNobodyTakesAtTheDoorGoesBackToTheMerchant() {
    given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA), offered(OFFER, ADA, ORDER));
    given(new OfferAccepted(OFFER, ADA, List.of(ORDER), NOON));
    given(new PickupRecorded(OFFER, ADA, ORDER, NOON));
    given(new DropoffFailed(OFFER, ADA, ORDER, "nobody", NOON));
    assertThat(board.tripOf(ADA).orElseThrow().stops())
        .containsExactly(new BoardStop(Stop.Kind.RETURN, ORDER, NOODLES, NOODLES));
  }

  @Test
  void aCancelledOrderIsGone() {
    given(placed(ORDER), confirmed(ORDER, 0));
    given(new OrderCancelled(ORDER, new Party.Engine("test"), "off", null, NOON));
    assertThat(open()).isEmpty();
    assertThat(board.find(ORDER)).isEmpty();
  }

  @Test
  void onlyCouriersOnShiftAndNotOnBreakAreIdle() {
    given(onShift(ADA), onShift(BOB), new BreakStarted(ADA, NOON));
    assertThat(idle()).containsExactly("bob");
    given(new BreakEnded(ADA, NOON), new ShiftEnded(BOB, false, NOON));
    assertThat(idle()).containsExactly("ada");
    assertThat(board.snapshot(NOON.plus(Duration.ofHours(5))).idle()).isEmpty();
  }

  @Test
  void anOfferThatIsSentHoldsBothUntilItIsSeenFailsOrIsForgotten() {
    given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA));
    board.offerSent(OFFER, ADA, List.of(ORDER), NOON.plusSeconds(100));
    assertThat(open()).isEmpty();
    assertThat(idle()).isEmpty();
    board.forgetSentBefore(NOON.plusSeconds(100));
    assertThat(open()).isEmpty();
    board.sendingFailed(OFFER);
    assertThat(open()).containsExactly(ORDER);
    board.offerSent(OFFER, ADA, List.of(ORDER), NOON.plusSeconds(100));
    board.forgetSentBefore(NOON.plusSeconds(101));
    assertThat(open()).containsExactly(ORDER);
    board.offerSent(OFFER, ADA, List.of(ORDER), NOON.plusSeconds(100));
    given(offered(OFFER, ADA, ORDER));
    given(new OfferDeclined(OFFER, ADA, List.of(ORDER), "no", NOON));
    assertThat(open()).containsExactly(ORDER);
  }

  @Test
  void whoHasGivenATripUpIsOnABreakAtOnce() {
    given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA), offered(OFFER, ADA, ORDER));
    given(new OfferAccepted(OFFER, ADA, List.of(ORDER), NOON));
    given(abandoned(List.of(ORDER), List.of()), new AssignmentEnded(OFFER, ADA, NOON));
    assertThat(idle()).isEmpty();
    given(new BreakStarted(ADA, NOON), new BreakEnded(ADA, NOON));
    assertThat(idle()).containsExactly("ada");
  }

  @Test
  void aRefusedOfferIsNotMadeAgainAtOnce() {
    given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA));
    board.offerSent(OFFER, ADA, List.of(ORDER), NOON.plusSeconds(100));
    board.refused(OFFER, NOON);
    assertThat(board.openOrders().getFirst().declines()).containsOnlyKeys("ada");
  }

  @Test
  void factsAboutWhatItDoesNotKnowArePassedOver() {
    given(confirmed(OTHER_ORDER, 0), offered(OFFER, ADA, OTHER_ORDER));
    given(new OfferAccepted(OFFER, ADA, List.of(OTHER_ORDER), NOON));
    given(new PickupRecorded(OTHER_OFFER, BOB, ORDER, NOON));
    given(new CourierUnassigned(OTHER_ORDER, OFFER, ADA, "x", NOON));
    assertThat(open()).isEmpty();
    assertThat(board.tripOf(ADA)).isPresent();
  }

  @Test
  void aCourierIsOnTheWayUntilTheArrivalOrThePickup() {
    given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA), offered(OFFER, ADA, ORDER));
    assertThat(board.snapshot(NOON).asked()).containsExactly(ADA);
    given(new OfferAccepted(OFFER, ADA, List.of(ORDER), NOON.plusSeconds(20)));
    BoardTrip trip = board.tripOf(ADA).orElseThrow();
    assertThat(trip.heading()).isEqualTo(NOODLES);
    assertThat(trip.departedAt()).isEqualTo(NOON.plusSeconds(20));
    given(new ArrivedAtPickup(OFFER, ADA, ORDER, NOON.plusSeconds(60)));
    assertThat(board.tripOf(ADA).orElseThrow().heading()).isNull();
  }

  @Test
  void aCourierWithSomethingInHandHeadsForNoMerchant() {
    given(placed(ORDER), confirmed(ORDER, 0), placed(OTHER_ORDER), confirmed(OTHER_ORDER, 0));
    given(onShift(ADA), offered(OFFER, ADA, ORDER, OTHER_ORDER));
    given(new OfferAccepted(OFFER, ADA, List.of(ORDER, OTHER_ORDER), NOON));
    assertThat(board.tripOf(ADA).orElseThrow().heading()).isEqualTo(NOODLES);
    given(new PickupRecorded(OFFER, ADA, ORDER, NOON));
    assertThat(board.tripOf(ADA).orElseThrow().heading()).isNull();
  }

  @Test
  void theShiftsStartIsKeptAndItsOrdersAreCounted() {
    given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA), offered(OFFER, ADA, ORDER));
    given(new OfferAccepted(OFFER, ADA, List.of(ORDER), NOON));
    given(new PickupRecorded(OFFER, ADA, ORDER, NOON), new BreakStarted(ADA, NOON));
    given(new BreakEnded(ADA, NOON));
    assertThat(board.find(ADA).orElseThrow().startedAt()).isEqualTo(NOON);
    assertThat(board.find(ADA).orElseThrow().carried()).isEqualTo(1);
    given(onShift(ADA));
    assertThat(board.find(ADA).orElseThrow().carried()).isZero();
  }

  @Test
  void howSureAReadyTimeIsIsKnown() {
    given(placed(ORDER), confirmed(ORDER, 600));
    assertThat(board.openOrders().getFirst().readiness()).isEqualTo(Readiness.PROMISED);
    given(new ReadyTimeChanged(ORDER, NOON.plusSeconds(900), NOON));
    assertThat(board.openOrders().getFirst().readiness()).isEqualTo(Readiness.REVISED);
    given(new OrderReady(ORDER, NOON.plusSeconds(60)));
    assertThat(board.openOrders().getFirst().readiness()).isEqualTo(Readiness.READY);
  }

  @Test
  void theBusiestMerchantsAreKnown() {
    given(placed(ORDER), placed(OTHER_ORDER), placed(new OrderId("order-3")));
    assertThat(board.snapshot(NOON).merchants())
        .singleElement()
        .satisfies(source -> {
          assertThat(source.point()).isEqualTo(NOODLES);
          assertThat(source.weight()).isEqualTo(4);
        });
  }
}
