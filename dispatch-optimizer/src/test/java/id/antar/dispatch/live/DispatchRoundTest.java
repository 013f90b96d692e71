package id.antar.dispatch.live;

import static id.antar.dispatch.live.Town.ADA;
import static id.antar.dispatch.live.Town.BOB;
import static id.antar.dispatch.live.Town.NOON;
import static id.antar.dispatch.live.Town.ORDER;
import static id.antar.dispatch.live.Town.OTHER_ORDER;
import static id.antar.dispatch.live.Town.STRAIGHT;
import static id.antar.dispatch.live.Town.confirmed;
import static id.antar.dispatch.live.Town.north;
import static id.antar.dispatch.live.Town.onShift;
import static id.antar.dispatch.live.Town.placed;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentRejection.AlreadyOffered;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.dispatch.DispatchCommand.RecordDecision;
import id.antar.api.geo.GeoPoint;
import id.antar.api.message.Receipt;
import id.antar.api.time.EngineClock;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.plan.PlanJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DispatchRoundTest {

  private final AtomicLong nanos = new AtomicLong();
  private final EngineClock clock = new EngineClock(NOON, 1, nanos::get);
  private final OpenBoard board = new OpenBoard();
  private final FleetIndex fleet = new FleetIndex(Duration.ofMinutes(2));
  private final List<Object> commands = new ArrayList<>();
  private Function<Object, CompletableFuture<Receipt>> answer =
      _ -> CompletableFuture.completedFuture(Receipt.accepted());

  private final DispatchRound round =
      new DispatchRound(
          DispatchSettings.of(Path.of("map"), Path.of("work")),
          "map-1",
          clock,
          board,
          fleet,
          STRAIGHT,
          this::send,
          new DispatchMetrics(new SimpleMeterRegistry()));

  private CompletableFuture<Receipt> send(DecisionId decisionId, Object command) {
    assertThat(decisionId.value()).isNotBlank();
    commands.add(command);
    return answer.apply(command);
  }

  private void advance(Duration span) {
    nanos.addAndGet(span.toNanos());
  }

  private void seen(CourierId courierId, GeoPoint at) {
    assertThat(fleet.update(new FleetIndex.Fix(courierId, at, nanos.get() + 1, clock.instant())))
        .isTrue();
  }

  private void confirmedOrder() {
    assertThat(board.apply(placed(ORDER))).isFalse();
    assertThat(board.apply(confirmed(ORDER, 0))).isTrue();
  }

  private void courierOnShift(CourierId courierId, GeoPoint at) {
    assertThat(board.apply(onShift(courierId))).isTrue();
    seen(courierId, at);
  }

  private List<RecordDecision> decisions() {
    return commands.stream()
        .filter(RecordDecision.class::isInstance)
        .map(RecordDecision.class::cast)
        .toList();
  }

  private List<OfferAssignment> offers() {
    return commands.stream()
        .filter(OfferAssignment.class::isInstance)
        .map(OfferAssignment.class::cast)
        .toList();
  }

  @Test
  void theDecisionIsRecordedBeforeItsOffersAreMade() {
    confirmedOrder();
    courierOnShift(ADA, north(10));
    courierOnShift(BOB, north(1));
    round.run();
    assertThat(commands).hasSize(2);
    RecordDecision decision = (RecordDecision) commands.getFirst();
    OfferAssignment offer = (OfferAssignment) commands.getLast();
    assertThat(offer.courierId()).isEqualTo(BOB);
    assertThat(offer.decisionId()).isEqualTo(decision.decisionId());
    assertThat(offer.expiresAt()).isEqualTo(NOON.plusSeconds(45));
    assertThat(offer.stops())
        .containsExactly(
            Stop.pickup(ORDER, NOON.plusSeconds(10)), Stop.dropoff(ORDER, NOON.plusSeconds(370)));
    assertThat(decision.orders()).containsExactly(ORDER);
    assertThat(decision.choices())
        .singleElement()
        .satisfies(choice -> {
          assertThat(choice.assignmentId()).isEqualTo(offer.assignmentId());
          assertThat(choice.orders()).containsExactly(ORDER);
        });
    assertThat(decision.sightings()).hasSize(2);
    assertThat(decision.problem()).doesNotContain("43.7");
    assertThat(PlanJson.replan(decision.problem())).isEqualTo(decision.plan());
  }

  @Test
  void whatIsOfferedIsNotOfferedAgainWhileItsEventIsUnderWay() {
    confirmedOrder();
    courierOnShift(ADA, north(1));
    courierOnShift(BOB, north(2));
    round.run();
    advance(Duration.ofSeconds(5));
    round.run();
    assertThat(offers()).hasSize(1);
    OfferAssignment offer = offers().getFirst();
    assertThat(
            board.apply(
                new AssignmentOffered(
                    offer.assignmentId(),
                    offer.courierId(),
                    offer.decisionId(),
                    offer.stops(),
                    offer.expiresAt(),
                    NOON)))
        .isFalse();
    round.run();
    assertThat(offers()).hasSize(1);
  }

  @Test
  void twoOrdersOfOneMerchantForNeighboursGoTogether() {
    confirmedOrder();
    assertThat(board.apply(placed(OTHER_ORDER, north(31)))).isFalse();
    assertThat(board.apply(confirmed(OTHER_ORDER, 60))).isTrue();
    courierOnShift(ADA, north(1));
    courierOnShift(BOB, north(2));
    round.run();
    assertThat(offers()).singleElement().satisfies(o -> assertThat(o.stops()).hasSize(4));
  }

  @Test
  void aRoundThatDecidesNothingNewIsNotRecorded() {
    confirmedOrder();
    round.run();
    assertThat(decisions()).hasSize(1);
    assertThat(decisions().getFirst().plan()).contains("NO_COURIER_IN_RANGE");
    advance(Duration.ofSeconds(5));
    round.run();
    assertThat(decisions()).hasSize(1);
    courierOnShift(ADA, north(1));
    round.run();
    assertThat(decisions()).hasSize(2);
    assertThat(offers()).hasSize(1);
  }

  @Test
  void aRoundWithoutOrdersSendsNothing() {
    courierOnShift(ADA, north(1));
    round.run();
    assertThat(commands).isEmpty();
  }

  @Test
  void aCourierNotSeenForTwoMinutesIsNotAsked() {
    confirmedOrder();
    courierOnShift(ADA, north(1));
    advance(Duration.ofSeconds(121));
    round.run();
    assertThat(offers()).isEmpty();
    seen(ADA, north(1));
    round.run();
    assertThat(offers()).hasSize(1);
  }

  @Test
  void noOfferIsMadeWhenTheDecisionIsNotRecorded() {
    confirmedOrder();
    courierOnShift(ADA, north(1));
    answer = _ -> CompletableFuture.failedFuture(new IllegalStateException("The store is down."));
    round.run();
    assertThat(offers()).isEmpty();
    answer = _ -> CompletableFuture.completedFuture(Receipt.accepted());
    advance(Duration.ofSeconds(5));
    round.run();
    assertThat(offers()).hasSize(1);
  }

  @Test
  void anOfferThatFailsIsMadeAgainInTheNextRound() {
    confirmedOrder();
    courierOnShift(ADA, north(1));
    answer = failing(new IllegalStateException("The store is down."));
    round.run();
    assertThat(offers()).hasSize(1);
    advance(Duration.ofSeconds(5));
    round.run();
    assertThat(offers()).hasSize(2);
  }

  @Test
  void anOfferThatIsRefusedGoesToAnotherCourier() {
    confirmedOrder();
    courierOnShift(ADA, north(1));
    courierOnShift(BOB, north(5));
    answer =
        command ->
            CompletableFuture.completedFuture(
                command instanceof OfferAssignment offer && offer.courierId().equals(ADA)
                    ? Receipt.rejected(new AlreadyOffered(offer.assignmentId()))
                    : Receipt.accepted());
    round.run();
    advance(Duration.ofSeconds(5));
    round.run();
    assertThat(offers()).extracting(OfferAssignment::courierId).containsExactly(ADA, BOB);
  }

  private static Function<Object, CompletableFuture<Receipt>> failing(RuntimeException failure) {
    return command ->
        command instanceof OfferAssignment
            ? CompletableFuture.failedFuture(failure)
            : CompletableFuture.completedFuture(Receipt.accepted());
  }
}
