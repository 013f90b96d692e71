package id.antar.dispatch.live;

import static id.antar.dispatch.live.Town.ADA;
import static id.antar.dispatch.live.Town.NOON;
import static id.antar.dispatch.live.Town.OFFER;
import static id.antar.dispatch.live.Town.ORDER;
import static id.antar.dispatch.live.Town.STRAIGHT;
import static id.antar.dispatch.live.Town.confirmed;
import static id.antar.dispatch.live.Town.north;
import static id.antar.dispatch.live.Town.offered;
import static id.antar.dispatch.live.Town.onShift;
import static id.antar.dispatch.live.Town.placed;
import static id.antar.dispatch.live.Town.position;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.OrderEta;
import id.antar.api.position.PositionBus;
import id.antar.api.time.EngineClock;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.plan.DispatchPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveEtasTest {

  private final AtomicLong nanos = new AtomicLong();
  private final EngineClock clock = new EngineClock(NOON, 1, nanos::get);
  private final OpenBoard board = new OpenBoard();
  private final FleetIndex fleet = new FleetIndex(Duration.ofMinutes(2));
  private final List<LiveUpdate> published = new ArrayList<>();
  private final AtomicBoolean planning = new AtomicBoolean(true);
  private final LiveEtas etas =
      new LiveEtas(
          clock,
          board,
          fleet,
          STRAIGHT,
          DispatchPolicy::standard,
          recordingBus(),
          planning::get,
          Runnable::run);

  private PositionBus recordingBus() {
    return new PositionBus() {
      @Override
      public void publish(LiveUpdate update) {
        published.add(update);
      }

      @Override
      public Subscription subscribe(Consumer<? super LiveUpdate> subscriber) {
        return () -> {};
      }

      @Override
      public Subscription attach(Consumer<? super LiveUpdate> subscriber) {
        return () -> {};
      }

      @Override
      public Optional<Instant> findHeardSince() {
        return Optional.of(Instant.MIN);
      }
    };
  }

  private Instant at(int seconds) {
    nanos.set(Duration.ofSeconds(seconds).toNanos());
    return clock.instant();
  }

  @BeforeEach
  void aTripIsUnderWay() {
    var _ = board.apply(placed(ORDER));
    var _ = board.apply(confirmed(ORDER, 200));
    var _ = board.apply(onShift(ADA));
    var _ = board.apply(offered(OFFER, ADA, ORDER));
    var _ = board.apply(new OfferAccepted(OFFER, ADA, List.of(ORDER), NOON));
  }

  @Test
  void anEtaFollowsFromTheFixTheFoodAndTheStops() {
    etas.accept(position(ADA, north(10), 1, at(0)));
    assertThat(published)
        .containsExactly(
            new OrderEta(
                ORDER, ADA, NOON.plusSeconds(100), NOON.plusSeconds(200 + 120 + 300), NOON));
  }

  @Test
  void afterThePickupOnlyTheDoorIsLeft() {
    var _ = board.apply(new PickupRecorded(OFFER, ADA, ORDER, NOON));
    etas.accept(position(ADA, north(10), 1, at(0)));
    assertThat(published)
        .containsExactly(new OrderEta(ORDER, ADA, null, NOON.plusSeconds(200), NOON));
  }

  @Test
  void whoOnlyWatchesAZoneSeesWhereCouriersAreAndForetellsNothing() {
    planning.set(false);
    etas.accept(position(ADA, north(10), 1, at(0)));
    assertThat(published).isEmpty();
    assertThat(fleet.find(ADA)).map(FleetIndex.Fix::point).contains(north(10));
  }

  @Test
  void oneEstimatePerCourierInTenSeconds() {
    etas.accept(position(ADA, north(10), 1, at(0)));
    etas.accept(position(ADA, north(9), 2, at(9)));
    assertThat(published).hasSize(1);
    etas.accept(position(ADA, north(8), 3, at(10)));
    assertThat(published).hasSize(2);
    assertThat(fleet.find(ADA)).map(FleetIndex.Fix::point).contains(north(8));
  }

  @Test
  void aFixThatComesLateChangesNothing() {
    etas.accept(position(ADA, north(10), 5, at(0)));
    etas.accept(position(ADA, north(20), 4, at(30)));
    assertThat(published).hasSize(1);
    assertThat(fleet.find(ADA)).map(FleetIndex.Fix::point).contains(north(10));
  }

  @Test
  void aCourierWithoutATripOnlyMovesOnTheMap() {
    etas.accept(position(Town.BOB, north(10), 1, at(0)));
    assertThat(published).isEmpty();
    assertThat(fleet.find(Town.BOB)).isPresent();
  }
}
