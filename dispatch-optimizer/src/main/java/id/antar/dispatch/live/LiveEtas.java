package id.antar.dispatch.live;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.order.OrderId;
import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.LiveUpdate.OrderEta;
import id.antar.api.position.PositionBus;
import id.antar.api.time.EngineClock;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import id.antar.dispatch.live.BoardTrip.BoardStop;
import id.antar.dispatch.plan.DispatchPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the couriers' fixes in: into the fleet index at once, and for couriers who carry something
/// into new ETAs, at most one estimate per courier in [#EVERY] of engine time. Estimates run on the
/// executor, so the bus is never held up.
final class LiveEtas implements Consumer<LiveUpdate> {

  static final Duration EVERY = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(LiveEtas.class);

  private final EngineClock clock;
  private final OpenBoard board;
  private final FleetIndex fleet;
  private final EstimateTravel travel;
  private final Supplier<DispatchPolicy> policy;
  private final PositionBus bus;
  private final BooleanSupplier planning;
  private final Executor executor;
  private final ConcurrentMap<CourierId, Instant> estimated = new ConcurrentHashMap<>();

  /// @param planning whether the zone is planned here: another dispatcher only watches
  LiveEtas(
      EngineClock clock,
      OpenBoard board,
      FleetIndex fleet,
      EstimateTravel travel,
      Supplier<DispatchPolicy> policy,
      PositionBus bus,
      BooleanSupplier planning,
      Executor executor) {
    this.clock = clock;
    this.board = board;
    this.fleet = fleet;
    this.travel = travel;
    this.policy = policy;
    this.bus = bus;
    this.planning = planning;
    this.executor = executor;
  }

  @Override
  public void accept(LiveUpdate update) {
    switch (update) {
      case CourierPosition position -> see(position);
      case OrderEta _ -> {}
    }
  }

  private void see(CourierPosition p) {
    boolean taken = fleet.update(new Fix(p.courierId(), p.point(), p.sequence(), p.receivedAt()));
    if (!taken || !planning.getAsBoolean()) {
      return;
    }
    if (board.tripOf(p.courierId()).isEmpty()) {
      estimated.remove(p.courierId());
    } else if (isDue(p.courierId())) {
      executor.execute(() -> estimate(p.courierId()));
    }
  }

  private boolean isDue(CourierId courierId) {
    Instant now = clock.instant();
    Instant last = estimated.get(courierId);
    if (last != null && last.plus(EVERY).isAfter(now)) {
      return false;
    }
    return last == null
        ? estimated.putIfAbsent(courierId, now) == null
        : estimated.replace(courierId, last, now);
  }

  private void estimate(CourierId courierId) {
    try {
      var trip = board.tripOf(courierId);
      var courier = board.find(courierId);
      var fix = fleet.find(courierId);
      if (trip.isPresent() && courier.isPresent() && fix.isPresent()) {
        estimate(trip.get(), courier.get().vehicle(), fix.get().point());
      }
    } catch (RuntimeException e) {
      LOG.warn("No ETA from courier {}.", courierId, e);
    }
  }

  private void estimate(BoardTrip trip, Vehicle vehicle, GeoPoint seenAt) {
    Instant now = clock.instant();
    Map<OrderId, Instant> pickups = new HashMap<>();
    GeoPoint here = seenAt;
    Instant at = now;
    for (BoardStop stop : trip.stops()) {
      GeoPoint next = stop.point();
      OptionalInt seconds =
          next == null ? OptionalInt.empty() : travel.seconds(here, next, vehicle);
      if (next == null || seconds.isEmpty()) {
        return;
      }
      boolean sameStop = next.equals(here);
      here = next;
      at = at.plusSeconds(seconds.getAsInt());
      switch (stop.kind()) {
        case PICKUP -> {
          pickups.put(stop.orderId(), at);
          at = afterPickup(stop.orderId(), at, sameStop);
        }
        case DROPOFF -> {
          bus.publish(
              new OrderEta(stop.orderId(), trip.courierId(), pickups.get(stop.orderId()), at, now));
          at = at.plusSeconds(policy.get().dropoffService());
        }
        case RETURN -> at = at.plusSeconds(policy.get().dropoffService());
      }
    }
  }

  /// The courier leaves with the food, whichever of the two is there last.
  private Instant afterPickup(OrderId orderId, Instant arrival, boolean sameStop) {
    Instant ready = board.find(orderId).map(BoardOrder::readyAt).orElse(arrival);
    Instant start = ready.isAfter(arrival) ? ready : arrival;
    return sameStop ? start : start.plusSeconds(policy.get().pickupService());
  }
}
