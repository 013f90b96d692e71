package id.antar.dispatch.live;

import static id.antar.dispatch.live.Town.ADA;
import static id.antar.dispatch.live.Town.BOB;
import static id.antar.dispatch.live.Town.NOON;
import static id.antar.dispatch.live.Town.ORDER;
import static id.antar.dispatch.live.Town.OTHER_ORDER;
import static id.antar.dispatch.live.Town.confirmed;
import static id.antar.dispatch.live.Town.north;
import static id.antar.dispatch.live.Town.onShift;
import static id.antar.dispatch.live.Town.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.antar.api.assignment.AbandonCause;
import id.antar.api.assignment.AssignmentCommand.AmendAssignment;
import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OrderWithdrawn;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.assignment.AssignmentRejection.AlreadyOffered;
import id.antar.api.assignment.Stop;
import id.antar.api.dispatch.DispatchEvent.Choice;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.person.Personal;
import id.antar.dispatch.plan.DispatchPlan.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// What the dispatcher does when things go otherwise than planned.
class TurnsTest {

  private final Rounds rounds = new Rounds();

  /// ADA has accepted and is on the way.
  private AssignmentOffered adaIsUnderWay(int readyInSeconds) {
    rounds.given(placed(ORDER), confirmed(ORDER, readyInSeconds), onShift(ADA));
    rounds.seen(ADA, north(-40));
    rounds.run();
    return rounds.offerIsAccepted();
  }

  private void bobIsThere(int thousandths) {
    rounds.given(onShift(BOB));
    rounds.seen(BOB, north(thousandths));
  }

  /// Rounds go on meanwhile, and Bob is there.
  private void pass(int seconds) {
    for (int left = seconds; left > 0; left -= 20) {
      rounds.advance(Duration.ofSeconds(Math.min(20, left)));
      rounds.seen(BOB, north(90));
      rounds.run();
    }
  }

  private void nextRound() {
    rounds.advance(Duration.ofSeconds(5));
    rounds.run();
  }

  private void take(AmendAssignment c, List<OrderId> added, List<OrderId> removed) {
    rounds.given(
        new AssignmentAmended(
            c.assignmentId(),
            c.courierId(),
            c.decisionId(),
            c.stops(),
            added,
            removed,
            c.reason(),
            rounds.now()));
    removed.forEach(id ->
        rounds.given(
            new CourierUnassigned(id, c.assignmentId(), c.courierId(), c.reason(), rounds.now())));
  }

  @Test
  void aCourierWhoIsNotHeardOfForEightMinutesIsGivenUpOnce() {
    AssignmentOffered trip = adaIsUnderWay(300);
    bobIsThere(90);
    pass(480);
    assertThat(rounds.abandonments()).isEmpty();
    nextRound();
    nextRound();
    assertThat(rounds.abandonments())
        .singleElement()
        .satisfies(command -> {
          assertThat(command.assignmentId()).isEqualTo(trip.assignmentId());
          assertThat(command.cause()).isEqualTo(AbandonCause.SILENT);
          assertThat(command.handover()).isNull();
        });
    assertThat(rounds.count("silent")).isEqualTo(1);
  }

  @Test
  void whenNobodyIsHeardOfNobodyIsGivenUpAndTheTimeRunsAnewAfterwards() {
    adaIsUnderWay(300);
    rounds.advance(Duration.ofSeconds(1000));
    nextRound();
    bobIsThere(90);
    nextRound();
    assertThat(rounds.abandonments()).isEmpty();
    pass(480);
    assertThat(rounds.abandonments()).isEmpty();
    nextRound();
    assertThat(rounds.abandonments()).hasSize(1);
  }

  /// Another dispatcher had the zone, or the machine stood still.
  @Test
  void whoHasNotListenedForAWhileGivesNobodyUp() {
    adaIsUnderWay(300);
    bobIsThere(90);
    rounds.advance(Duration.ofSeconds(600));
    rounds.seen(BOB, north(90));
    rounds.run();
    assertThat(rounds.abandonments()).isEmpty();
    pass(480);
    assertThat(rounds.abandonments()).isEmpty();
    nextRound();
    assertThat(rounds.abandonments()).hasSize(1);
  }

  /// Ada reports to a gateway that does not come through, and Bob to one that does.
  @Test
  void whileNotEverybodyCanBeHeardNobodyIsGivenUpAndTheTimeRunsAnewAfterwards() {
    adaIsUnderWay(300);
    bobIsThere(90);
    pass(300);
    rounds.heardSince = Optional.empty();
    pass(600);
    assertThat(rounds.abandonments()).isEmpty();
    rounds.heardSince = Optional.of(rounds.now());
    pass(480);
    assertThat(rounds.abandonments()).isEmpty();
    pass(20);
    nextRound();
    assertThat(rounds.abandonments()).hasSize(1);
  }

  @Test
  void aGapBetweenTwoRoundsCountsToo() {
    adaIsUnderWay(300);
    bobIsThere(90);
    pass(480);
    rounds.heardSince = Optional.of(rounds.now());
    pass(480);
    assertThat(rounds.abandonments()).isEmpty();
    nextRound();
    assertThat(rounds.abandonments()).hasSize(1);
  }

  @Test
  void inFastTimeACourierStillHasHalfARealMinute() {
    var fast = new Rounds(60);
    fast.given(placed(ORDER), confirmed(ORDER, 300), onShift(ADA), onShift(BOB));
    fast.seen(ADA, north(-40));
    fast.run();
    fast.offerIsAccepted();
    fast.advance(Duration.ofMinutes(30));
    fast.seen(BOB, north(90));
    fast.run();
    assertThat(fast.abandonments()).isEmpty();
    fast.advance(Duration.ofMinutes(1));
    fast.seen(BOB, north(90));
    fast.run();
    assertThat(fast.abandonments()).hasSize(1);
  }

  @Test
  void whatTheDispatcherChangesIsNoSignOfLife() {
    AssignmentOffered trip = adaIsUnderWay(300);
    rounds.given(
        new AssignmentAmended(
            trip.assignmentId(),
            ADA,
            trip.decisionId(),
            trip.stops(),
            List.of(),
            List.of(),
            "The trip is planned anew.",
            NOON.plusSeconds(100)));
    bobIsThere(90);
    pass(481);
    assertThat(rounds.abandonments()).hasSize(1);
  }

  @Test
  void whatTheCourierDoesIsASignOfLife() {
    AssignmentOffered trip = adaIsUnderWay(300);
    rounds.given(
        new ArrivedAtPickup(trip.assignmentId(), ADA, ORDER, NOON.plusSeconds(100)),
        new PickupRecorded(trip.assignmentId(), ADA, ORDER, NOON.plusSeconds(200)));
    bobIsThere(90);
    pass(600);
    assertThat(rounds.abandonments()).isEmpty();
  }

  @Test
  void nothingIsAddedToTheTripOfACourierWhoIsNotSeen() {
    adaIsUnderWay(300);
    rounds.advance(Duration.ofSeconds(121));
    rounds.given(placed(OTHER_ORDER, north(31)), confirmed(OTHER_ORDER, 320));
    rounds.run();
    assertThat(rounds.amendments()).isEmpty();
    rounds.seen(ADA, north(-30));
    nextRound();
    assertThat(rounds.amendments()).hasSize(1);
  }

  @Test
  void anOrderThatWasTakenOffATripDoesNotComeBackToIt() {
    AssignmentOffered trip = adaIsUnderWay(300);
    rounds.given(placed(OTHER_ORDER, north(31)), confirmed(OTHER_ORDER, 320));
    nextRound();
    AmendAssignment joined = rounds.amendments().getLast();
    take(joined, List.of(OTHER_ORDER), List.of());
    take(amendedTo(trip, joined), List.of(), List.of(OTHER_ORDER));
    nextRound();
    assertThat(rounds.amendments()).containsExactly(joined);

    rounds.given(
        new PickupRecorded(trip.assignmentId(), ADA, ORDER, rounds.now()),
        new AssignmentEnded(trip.assignmentId(), ADA, rounds.now()));
    nextRound();
    assertThat(rounds.offers()).hasSize(2);
    assertThat(rounds.offers().getLast().stops())
        .extracting(Stop::orderId)
        .containsOnly(OTHER_ORDER);
  }

  private AmendAssignment amendedTo(AssignmentOffered trip, AmendAssignment before) {
    return new AmendAssignment(
        trip.assignmentId(), ADA, before.decisionId(), trip.stops(), "Otherwise.", rounds.now());
  }

  @Test
  void aCourierWhoIsHeardOfIsNotGivenUp() {
    adaIsUnderWay(300);
    bobIsThere(90);
    pass(400);
    rounds.seen(ADA, north(-2));
    pass(400);
    assertThat(rounds.abandonments()).isEmpty();
  }

  @Test
  void whatOneCourierDeclinesIsOfferedToAnother() {
    rounds.given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA));
    rounds.seen(ADA, north(1));
    bobIsThere(9);
    rounds.run();
    AssignmentOffered offer = rounds.offerArrives();
    assertThat(offer.courierId()).isEqualTo(ADA);
    rounds.given(
        new OfferDeclined(offer.assignmentId(), ADA, List.of(ORDER), "too far", rounds.now()));
    nextRound();
    assertThat(rounds.offers()).extracting(OfferAssignment::courierId).containsExactly(ADA, BOB);
  }

  @Test
  void whatABrokenDownCourierCarriedIsFetchedWhereItIs() {
    AssignmentOffered trip = adaIsUnderWay(0);
    bobIsThere(-12);
    var id = trip.assignmentId();
    rounds.given(
        new PickupRecorded(id, ADA, ORDER, NOON),
        new OrderPickedUp(ORDER, id, ADA, NOON),
        new AssignmentAbandoned(
            id, ADA, AbandonCause.BROKEN_DOWN, List.of(), List.of(ORDER), null, "chain", NOON),
        new AssignmentEnded(id, ADA, NOON),
        new OrderStranded(ORDER, id, ADA, Personal.of(ADA.personId(), north(10)), NOON, NOON));
    rounds.run();
    OfferAssignment offer = rounds.offers().getLast();
    assertThat(offer.courierId()).isEqualTo(BOB);
    assertThat(offer.stops()).first().isEqualTo(Stop.pickup(ORDER, NOON.plusSeconds(220)));
    assertThat(rounds.lastProblem().orders().getFirst().ready()).isZero();
  }

  @Test
  void anOrderJoinsTheCourierWhoIsOnTheWayToItsMerchant() {
    AssignmentOffered trip = adaIsUnderWay(300);
    rounds.given(placed(OTHER_ORDER, north(31)), confirmed(OTHER_ORDER, 320));
    nextRound();
    assertThat(rounds.offers()).hasSize(1);
    AmendAssignment amendment = rounds.amendments().getFirst();
    assertThat(amendment.assignmentId()).isEqualTo(trip.assignmentId());
    assertThat(rounds.decisions().getLast().choices())
        .containsExactly(new Choice(trip.assignmentId(), ADA, List.of(ORDER, OTHER_ORDER)));
    assertThat(amendment.decisionId()).isEqualTo(rounds.decisions().getLast().decisionId());
    assertThat(amendment.stops())
        .extracting(Stop::kind, Stop::orderId)
        .containsExactly(
            tuple(Stop.Kind.PICKUP, ORDER),
            tuple(Stop.Kind.PICKUP, OTHER_ORDER),
            tuple(Stop.Kind.DROPOFF, ORDER),
            tuple(Stop.Kind.DROPOFF, OTHER_ORDER));
    assertThat(rounds.lastPlan().orders().getLast().outcome()).isEqualTo(Outcome.ADDED);
    nextRound();
    take(amendment, List.of(OTHER_ORDER), List.of());
    nextRound();
    assertThat(rounds.amendments()).hasSize(1);
    assertThat(rounds.lastPlan().orders())
        .allSatisfy(order -> assertThat(order.outcome()).isEqualTo(Outcome.KEPT));
  }

  @Test
  void anOrderThatIsFarTooLateLeavesTheTripThatItWouldHoldUp() {
    rounds.given(placed(OTHER_ORDER, north(31)), confirmed(OTHER_ORDER, 300));
    AssignmentOffered trip = adaIsUnderWay(300);
    assertThat(trip.stops()).hasSize(4);
    nextRound();
    assertThat(rounds.amendments()).isEmpty();
    rounds.given(new ReadyTimeChanged(OTHER_ORDER, NOON.plusSeconds(3600), rounds.now()));
    nextRound();
    AmendAssignment amendment = rounds.amendments().getFirst();
    assertThat(amendment.stops()).extracting(Stop::orderId).containsOnly(ORDER);
    take(amendment, List.of(), List.of(OTHER_ORDER));
    nextRound();
    assertThat(rounds.amendments()).hasSize(1);
    assertThat(rounds.offers()).hasSize(1);
    assertThat(rounds.lastPlan().orders().getFirst().outcome()).isEqualTo(Outcome.KEPT);
    assertThat(rounds.lastPlan().orders().getLast().outcome().hasCourier()).isTrue();
  }

  @Test
  void aTripIsNotBrokenUpForALittleGain() {
    rounds.given(placed(OTHER_ORDER, north(31)), confirmed(OTHER_ORDER, 300));
    var _ = adaIsUnderWay(300);
    bobIsThere(-20);
    nextRound();
    assertThat(rounds.decisions()).hasSize(1 + 1);
    assertThat(rounds.amendments()).isEmpty();
  }

  @Test
  void aCourierWhoseOrderIsCancelledOnTheWayIsFreeForAnother() {
    AssignmentOffered trip = adaIsUnderWay(300);
    rounds.given(new OrderCancelled(ORDER, new Party.Engine("test"), "off", null, rounds.now()));
    rounds.given(placed(OTHER_ORDER), confirmed(OTHER_ORDER, 300));
    nextRound();
    assertThat(rounds.offers()).hasSize(1);
    assertThat(rounds.amendments()).isEmpty();
    rounds.given(
        new OrderWithdrawn(trip.assignmentId(), ADA, ORDER, "off", rounds.now()),
        new AssignmentEnded(trip.assignmentId(), ADA, rounds.now()));
    nextRound();
    assertThat(rounds.offers()).hasSize(2);
    assertThat(rounds.offers().getLast().courierId()).isEqualTo(ADA);
  }

  @Test
  void whatARefusedAmendmentWasToAddIsFreeForOthers() {
    adaIsUnderWay(300);
    rounds.given(placed(OTHER_ORDER, north(31)), confirmed(OTHER_ORDER, 320));
    rounds.answer =
        command ->
            CompletableFuture.completedFuture(
                command instanceof AmendAssignment c
                    ? Receipt.rejected(new AlreadyOffered(c.assignmentId()))
                    : Receipt.accepted());
    nextRound();
    assertThat(rounds.amendments()).hasSize(1);
    bobIsThere(-60);
    nextRound();
    assertThat(rounds.offers().getLast().courierId()).isEqualTo(BOB);
    rounds.advance(Duration.ofSeconds(65));
    rounds.seen(ADA, north(-30));
    rounds.run();
    assertThat(rounds.amendments()).hasSize(1);
  }

  @Test
  void anOrderPinnedToACourierWhoIsNotSeenStaysWithWhoFetchesIt() {
    adaIsUnderWay(300);
    rounds.given(onShift(BOB), new OrderPinned(ORDER, BOB, "knows the house", rounds.now()));
    nextRound();
    assertThat(rounds.amendments()).isEmpty();
    assertThat(rounds.registry.get("antar.dispatch.orders.pinned.to.nobody").gauge().value())
        .isEqualTo(1);
  }

  @Test
  void aPinnedOrderIsTakenFromWhoFetchesItAndOfferedToItsCourier() {
    adaIsUnderWay(300);
    bobIsThere(-60);
    rounds.given(new OrderPinned(ORDER, BOB, "knows the house", rounds.now()));
    nextRound();
    AmendAssignment amendment = rounds.amendments().getFirst();
    assertThat(amendment.courierId()).isEqualTo(ADA);
    assertThat(amendment.stops()).isEmpty();
    nextRound();
    assertThat(rounds.amendments()).hasSize(1);
    assertThat(rounds.offers()).hasSize(1);
    take(amendment, List.of(), List.of(ORDER));
    rounds.given(new AssignmentEnded(amendment.assignmentId(), ADA, rounds.now()));
    nextRound();
    assertThat(rounds.offers()).extracting(OfferAssignment::courierId).containsExactly(ADA, BOB);
  }

  @Test
  void anOrderOfACourierWhoIsNotOnDutyWaitsAndIsWarnedAbout() {
    rounds.given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA));
    rounds.seen(ADA, north(1));
    rounds.given(new OrderPinned(ORDER, BOB, "knows the house", NOON));
    rounds.run();
    assertThat(rounds.offers()).isEmpty();
    assertThat(rounds.registry.get("antar.dispatch.orders.pinned.to.nobody").gauge().value())
        .isEqualTo(1);
  }

  @Test
  void aCourierWithSomethingElseToDoIsPlannedForButNotAsked() {
    AssignmentOffered trip = adaIsUnderWay(0);
    rounds.given(new ArrivedAtPickup(trip.assignmentId(), ADA, ORDER, NOON));
    rounds.given(new PickupRecorded(trip.assignmentId(), ADA, ORDER, NOON));
    rounds.given(placed(OTHER_ORDER), confirmed(OTHER_ORDER, 900));
    rounds.run();
    assertThat(rounds.offers()).hasSize(1);
    assertThat(rounds.lastProblem().couriers())
        .singleElement()
        .satisfies(courier -> {
          assertThat(courier.free()).isEqualTo(700 + 120);
          assertThat(courier.carried()).isEqualTo(1);
          assertThat(courier.heading()).isNull();
        });
    assertThat(rounds.lastPlan().orders().getFirst().outcome()).isEqualTo(Outcome.QUEUED);
  }
}
