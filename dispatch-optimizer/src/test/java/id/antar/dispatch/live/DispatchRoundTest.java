package id.antar.dispatch.live;

import static id.antar.dispatch.live.Town.ADA;
import static id.antar.dispatch.live.Town.BOB;
import static id.antar.dispatch.live.Town.MEASURED;
import static id.antar.dispatch.live.Town.NOON;
import static id.antar.dispatch.live.Town.ORDER;
import static id.antar.dispatch.live.Town.OTHER_ORDER;
import static id.antar.dispatch.live.Town.confirmed;
import static id.antar.dispatch.live.Town.north;
import static id.antar.dispatch.live.Town.onShift;
import static id.antar.dispatch.live.Town.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentRejection.AlreadyOffered;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierEvent.CashHandedIn;
import id.antar.api.courier.CourierEvent.CashStillInHand;
import id.antar.api.courier.CourierEvent.CashTaken;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DispatchCommand.RecordDecision;
import id.antar.api.geo.GeoPoint;
import id.antar.api.message.Receipt;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.dispatch.plan.DispatchPlan.Outcome;
import id.antar.dispatch.plan.PlanJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DispatchRoundTest {

  private final Rounds rounds = new Rounds();

  private void confirmedOrder() {
    rounds.given(placed(ORDER), confirmed(ORDER, 0), new OrderReady(ORDER, NOON));
  }

  private void courierOnShift(CourierId courierId, GeoPoint at) {
    rounds.given(onShift(courierId));
    rounds.seen(courierId, at);
  }

  @Test
  void theDecisionIsRecordedBeforeItsOffersAreMade() {
    confirmedOrder();
    courierOnShift(ADA, north(10));
    courierOnShift(BOB, north(1));
    rounds.run();
    assertThat(rounds.commands).hasSize(2);
    RecordDecision decision = (RecordDecision) rounds.commands.getFirst();
    OfferAssignment offer = (OfferAssignment) rounds.commands.getLast();
    assertThat(offer.courierId()).isEqualTo(BOB);
    assertThat(offer.decisionId()).isEqualTo(decision.decisionId());
    assertThat(offer.expiresAt()).isEqualTo(NOON.plusSeconds(45));
    assertThat(offer.stops())
        .containsExactly(
            Stop.pickup(ORDER, NOON.plusSeconds(10)), Stop.dropoff(ORDER, NOON.plusSeconds(430)));
    assertThat(decision.orders()).containsExactly(ORDER);
    assertThat(decision.choices())
        .singleElement()
        .satisfies(choice -> {
          assertThat(choice.assignmentId()).isEqualTo(offer.assignmentId());
          assertThat(choice.orders()).containsExactly(ORDER);
        });
    assertThat(decision.sightings()).hasSize(2);
    String problem = PlanJson.unpack(decision.problem());
    assertThat(problem).contains("noodles").doesNotContain("43.7");
    assertThat(PlanJson.replan(problem, rounds.lastPlan().iterations()))
        .isEqualTo(PlanJson.unpack(decision.plan()));
  }

  /// Town's orders are paid in cash.
  @Test
  void whoHasTooMuchCashInHandIsNotConsideredForMore() {
    confirmedOrder();
    courierOnShift(ADA, north(10));
    courierOnShift(BOB, north(1));
    rounds.given(new CashStillInHand(BOB, Money.of(20_000, "EUR"), NOON));
    rounds.run();
    assertThat(rounds.offers()).extracting(OfferAssignment::courierId).containsExactly(ADA);
  }

  @Test
  void whoHasHandedItInIsConsideredAgain() {
    confirmedOrder();
    courierOnShift(BOB, north(1));
    rounds.given(new CashTaken(BOB, OTHER_ORDER, euros(200), euros(200), true, NOON));
    rounds.run();
    assertThat(rounds.offers()).isEmpty();
    rounds.given(new CashHandedIn(BOB, "h-1", euros(200), euros(0), false, NOON));
    rounds.run();
    assertThat(rounds.offers()).extracting(OfferAssignment::courierId).containsExactly(BOB);
  }

  private static Money euros(int amount) {
    return Money.of(100L * amount, "EUR");
  }

  @Test
  void whatIsOfferedIsNotOfferedAgainWhileItsEventIsUnderWay() {
    confirmedOrder();
    courierOnShift(ADA, north(1));
    courierOnShift(BOB, north(2));
    rounds.run();
    rounds.advance(Duration.ofSeconds(5));
    rounds.run();
    assertThat(rounds.offers()).hasSize(1);
    var _ = rounds.offerArrives();
    rounds.run();
    assertThat(rounds.offers()).hasSize(1);
  }

  @Test
  void inFastTimeAnEventStillHasHalfARealMinuteToComeBack() {
    var fast = new Rounds(60);
    fast.given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA));
    fast.seen(ADA, north(1));
    fast.run();
    fast.advance(Duration.ofMinutes(30));
    fast.seen(ADA, north(1));
    fast.run();
    assertThat(fast.offers()).hasSize(1);
    fast.advance(Duration.ofMinutes(1));
    fast.run();
    assertThat(fast.offers()).hasSize(2);
  }

  @Test
  void twoOrdersOfOneMerchantForNeighboursGoTogether() {
    confirmedOrder();
    rounds.given(placed(OTHER_ORDER, north(31)), confirmed(OTHER_ORDER, 60));
    courierOnShift(ADA, north(1));
    courierOnShift(BOB, north(2));
    rounds.run();
    assertThat(rounds.offers()).singleElement().satisfies(o -> assertThat(o.stops()).hasSize(4));
  }

  @Test
  void aRoundThatDecidesNothingNewIsNotRecorded() {
    confirmedOrder();
    rounds.run();
    assertThat(rounds.decisions()).hasSize(1);
    assertThat(rounds.lastPlan().orders().getFirst().outcome())
        .isEqualTo(Outcome.NO_COURIER_IN_RANGE);
    rounds.advance(Duration.ofSeconds(5));
    rounds.run();
    assertThat(rounds.decisions()).hasSize(1);
    rounds.run(3);
    assertThat(rounds.decisions()).as("in a new term").hasSize(2);
    courierOnShift(ADA, north(1));
    rounds.run(3);
    assertThat(rounds.decisions()).hasSize(3);
    assertThat(rounds.offers()).hasSize(1);
  }

  @Test
  void aRoundWithoutOrdersSendsNothing() {
    courierOnShift(ADA, north(1));
    rounds.run();
    assertThat(rounds.commands).isEmpty();
  }

  @Test
  void aCourierNotSeenForTwoMinutesIsNotAsked() {
    confirmedOrder();
    courierOnShift(ADA, north(1));
    rounds.advance(Duration.ofSeconds(121));
    rounds.run();
    assertThat(rounds.offers()).isEmpty();
    rounds.seen(ADA, north(1));
    rounds.run();
    assertThat(rounds.offers()).hasSize(1);
  }

  @Test
  void noOfferIsMadeWhenTheDecisionIsNotRecorded() {
    confirmedOrder();
    courierOnShift(ADA, north(1));
    rounds.answer =
        _ -> CompletableFuture.failedFuture(new IllegalStateException("The store is down."));
    rounds.run();
    assertThat(rounds.offers()).isEmpty();
    rounds.answer = _ -> CompletableFuture.completedFuture(Receipt.accepted());
    rounds.advance(Duration.ofSeconds(5));
    rounds.run();
    assertThat(rounds.offers()).hasSize(1);
  }

  @Test
  void anOfferThatFailsIsMadeAgainInTheNextRound() {
    confirmedOrder();
    courierOnShift(ADA, north(1));
    rounds.answer = failing(new IllegalStateException("The store is down."));
    rounds.run();
    assertThat(rounds.offers()).hasSize(1);
    rounds.advance(Duration.ofSeconds(5));
    rounds.run();
    assertThat(rounds.offers()).hasSize(2);
  }

  @Test
  void anOfferThatCannotEvenBeSentDoesNotStopTheOthers() {
    rounds.given(placed(ORDER, north(30)), confirmed(ORDER, 0), onShift(ADA), onShift(BOB));
    rounds.given(placed(OTHER_ORDER, north(-30)), confirmed(OTHER_ORDER, 0));
    rounds.seen(ADA, north(1));
    rounds.seen(BOB, north(2));
    rounds.answer =
        command -> {
          if (command instanceof OfferAssignment) {
            throw new IllegalStateException("The bus is down.");
          }
          return CompletableFuture.completedFuture(Receipt.accepted());
        };
    rounds.run();
    assertThat(rounds.offers()).hasSize(2);
    rounds.advance(Duration.ofSeconds(5));
    rounds.run();
    assertThat(rounds.offers()).hasSize(4);
  }

  @Test
  void anOfferThatIsRefusedGoesToAnotherCourier() {
    confirmedOrder();
    courierOnShift(ADA, north(1));
    courierOnShift(BOB, north(5));
    rounds.answer =
        command ->
            CompletableFuture.completedFuture(
                command instanceof OfferAssignment offer && offer.courierId().equals(ADA)
                    ? Receipt.rejected(new AlreadyOffered(offer.assignmentId()))
                    : Receipt.accepted());
    rounds.run();
    rounds.advance(Duration.ofSeconds(5));
    rounds.run();
    assertThat(rounds.offers()).extracting(OfferAssignment::courierId).containsExactly(ADA, BOB);
  }

  @Test
  void aRoundWithoutTimeStillDecides() {
    var hasty =
        new Rounds(
            DispatchSettings.of(Path.of("map"), Path.of("work")).withRoundBudget(Duration.ZERO));
    hasty.given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA));
    hasty.seen(ADA, north(1));
    hasty.run();
    assertThat(hasty.offers()).hasSize(1);
    assertThat(hasty.lastPlan().iterations()).isZero();
  }

  @Test
  void oneOddOrderAndOneOddCourierAreLeftOut() {
    var settings = DispatchSettings.of(Path.of("map"), Path.of("work"));
    var rounds = new Rounds(settings, failingAt(north(50), north(60)));
    rounds.given(placed(ORDER), confirmed(ORDER, 0));
    rounds.given(placed(OTHER_ORDER, north(50)), confirmed(OTHER_ORDER, 0));
    rounds.given(onShift(ADA), onShift(BOB));
    rounds.seen(ADA, north(20));
    rounds.seen(BOB, north(60));
    rounds.run();
    assertThat(rounds.offers())
        .singleElement()
        .satisfies(offer -> {
          assertThat(offer.courierId()).isEqualTo(ADA);
          assertThat(offer.stops()).extracting(Stop::orderId).containsOnly(ORDER);
        });
    assertThat(rounds.registry.get("antar.dispatch.left.out").tag("what", "order").counter())
        .satisfies(counter -> assertThat(counter.count()).isEqualTo(1));
    assertThat(rounds.registry.get("antar.dispatch.left.out").tag("what", "courier").counter())
        .satisfies(counter -> assertThat(counter.count()).isEqualTo(1));
  }

  @Test
  void whatWasLeftOutIsNotSearchedForAgain() {
    var settings = DispatchSettings.of(Path.of("map"), Path.of("work"));
    var failures = new AtomicInteger();
    var odd = new AtomicReference<>(List.of(north(50)));
    var rounds =
        new Rounds(
            settings,
            (from, to, vehicle) -> {
              if (odd.get().stream().anyMatch(p -> from.contains(p) || to.contains(p))) {
                failures.incrementAndGet();
                throw new IllegalStateException("An odd place.");
              }
              return MEASURED.measure(from, to, vehicle);
            });
    rounds.given(placed(OTHER_ORDER, north(50)), confirmed(OTHER_ORDER, 0), onShift(ADA));
    rounds.seen(ADA, north(20));
    rounds.run();
    int searched = failures.getAndSet(0);
    rounds.given(placed(ORDER), confirmed(ORDER, 0));
    rounds.run();
    assertThat(rounds.offers()).hasSize(1);
    assertThat(failures.get()).isEqualTo(1).isLessThan(searched);
    odd.set(List.of());
    rounds.given(onShift(BOB));
    rounds.seen(BOB, north(1));
    rounds.run();
    assertThat(rounds.offers()).hasSize(2);
  }

  @Test
  void aFailureThatIsNobodysFaultIsTheRounds() {
    var settings = DispatchSettings.of(Path.of("map"), Path.of("work"));
    var rounds =
        new Rounds(
            settings,
            (from, to, vehicle) -> {
              if (from.size() > 2) {
                throw new IllegalStateException("Too much at once.");
              }
              return MEASURED.measure(from, to, vehicle);
            });
    rounds.given(placed(ORDER), confirmed(ORDER, 0), onShift(ADA), onShift(BOB));
    rounds.given(placed(OTHER_ORDER, north(50)), confirmed(OTHER_ORDER, 0));
    rounds.seen(ADA, north(20));
    rounds.seen(BOB, north(60));
    assertThatThrownBy(rounds::run).hasMessage("Too much at once.");
  }

  private static MeasureTravel failingAt(GeoPoint... odd) {
    return (from, to, vehicle) -> {
      if (List.of(odd).stream().anyMatch(p -> from.contains(p) || to.contains(p))) {
        throw new IllegalStateException("An odd place.");
      }
      return MEASURED.measure(from, to, vehicle);
    };
  }

  private static Function<Object, CompletableFuture<Receipt>> failing(RuntimeException failure) {
    return command ->
        command instanceof OfferAssignment
            ? CompletableFuture.failedFuture(failure)
            : CompletableFuture.completedFuture(Receipt.accepted());
  }
}
