package id.antar.dispatch.live;

import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DispatchEvent.Sighting;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.order.OrderId;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import id.antar.dispatch.fleet.FleetIndex.Nearby;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.DispatchProblem.Decline;
import id.antar.dispatch.plan.DispatchProblem.FreeCourier;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;
import id.antar.dispatch.plan.TravelTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// A problem and what had to be seen for it.
record Situation(DispatchProblem problem, List<Sighting> sightings) {

  Situation {
    sightings = List.copyOf(sightings);
  }

  List<OrderId> orders() {
    return problem.orders().stream().map(OpenOrder::order).toList();
  }

  /// Turns board, fleet and road into a problem: numbers couriers (by id) and places (as they come
  /// up), asks the fleet for each order's candidates and the road for the legs between them.
  static final class Survey {

    private final DispatchSettings settings;
    private final Instant now;
    private final EstimateTravel travel;
    private final Map<String, BoardCourier> idle = new HashMap<>();
    private final TreeMap<String, Fix> seen = new TreeMap<>();
    private final Map<GeoPoint, Integer> places = new LinkedHashMap<>();
    private final TravelTimes.Builder legs = TravelTimes.builder();
    private final Set<Vehicle> vehicles = EnumSet.noneOf(Vehicle.class);

    Survey(
        DispatchSettings settings,
        Instant now,
        EstimateTravel travel,
        List<BoardCourier> idleCouriers) {
      this.settings = settings;
      this.now = now;
      this.travel = travel;
      idleCouriers.forEach(courier -> idle.put(courier.courierId().value(), courier));
    }

    Situation of(List<BoardOrder> orders, FleetIndex fleet) {
      var candidates = new HashMap<OrderId, List<Nearby>>();
      for (BoardOrder order : orders) {
        List<Nearby> nearby = candidatesFor(order, fleet);
        candidates.put(order.orderId(), nearby);
        nearby.forEach(n -> seen.put(n.fix().courierId().value(), n.fix()));
      }
      List<String> numbered = List.copyOf(seen.keySet());
      List<FreeCourier> couriers = numbered.stream().map(this::courier).toList();
      couriers.forEach(courier -> vehicles.add(courier.vehicle()));
      List<OpenOrder> open =
          orders.stream()
              .map(o -> order(o, Objects.requireNonNull(candidates.get(o.orderId())), numbered))
              .toList();
      drive(open, couriers);
      return new Situation(
          new DispatchProblem(
              settings.zone(),
              now,
              now.getEpochSecond(),
              settings.policy(),
              open,
              couriers,
              legs.build()),
          seen.values().stream().map(Survey::sighting).toList());
    }

    private List<Nearby> candidatesFor(BoardOrder order, FleetIndex fleet) {
      var fresh = Duration.ofSeconds(settings.policy().fixMaxAge());
      return fleet.nearest(
          order.pickup(),
          settings.policy().maxCandidates(),
          settings.policy().maxRings(),
          fix -> idle.containsKey(fix.courierId().value()) && !fix.isOlderThan(fresh, now));
    }

    private FreeCourier courier(String id) {
      BoardCourier courier = Objects.requireNonNull(idle.get(id));
      Fix fix = Objects.requireNonNull(seen.get(id));
      return new FreeCourier(
          new CourierId(id), courier.vehicle(), courier.capacity(), place(fix.point()), 0);
    }

    private OpenOrder order(BoardOrder order, List<Nearby> candidates, List<String> numbered) {
      var declines = new ArrayList<Decline>();
      order
          .declines()
          .forEach((courier, at) -> {
            if (numbered.contains(courier)) {
              declines.add(new Decline(numbered.indexOf(courier), seconds(at)));
            }
          });
      return new OpenOrder(
          order.orderId(),
          order.merchantId(),
          place(order.pickup()),
          place(Objects.requireNonNull(order.dropoff())),
          seconds(order.placedAt()),
          seconds(Objects.requireNonNull(order.readyAt())),
          candidates.stream().map(n -> numbered.indexOf(n.fix().courierId().value())).toList(),
          declines);
    }

    private void drive(List<OpenOrder> orders, List<FreeCourier> couriers) {
      List<GeoPoint> points = List.copyOf(places.keySet());
      for (OpenOrder order : orders) {
        for (int candidate : order.candidates()) {
          FreeCourier courier = couriers.get(candidate);
          leg(points, courier.vehicle(), courier.place(), order.pickup());
        }
        for (Vehicle vehicle : vehicles) {
          leg(points, vehicle, order.pickup(), order.dropoff());
        }
        orders.stream().filter(o -> mayShare(order, o)).forEach(o -> share(points, order, o));
      }
    }

    /// Legs that only a bundle drives, or what it saves.
    private void share(List<GeoPoint> points, OpenOrder order, OpenOrder other) {
      for (Vehicle vehicle : vehicles) {
        leg(points, vehicle, order.dropoff(), other.dropoff());
        leg(points, vehicle, order.dropoff(), other.pickup());
      }
    }

    private boolean mayShare(OpenOrder order, OpenOrder other) {
      return order != other
          && settings.policy().maxBundle() > 1
          && order.merchant().equals(other.merchant())
          && order.pickup() == other.pickup()
          && Math.abs(order.ready() - other.ready()) <= settings.policy().bundleMaxReadyGap();
    }

    private void leg(List<GeoPoint> points, Vehicle vehicle, int from, int to) {
      if (!legs.has(vehicle, from, to)) {
        travel
            .seconds(points.get(from), points.get(to), vehicle)
            .ifPresent(seconds -> legs.leg(vehicle, from, to, seconds));
      }
    }

    private int place(GeoPoint point) {
      return places.computeIfAbsent(point, _ -> places.size());
    }

    private int seconds(Instant at) {
      return Math.toIntExact(Duration.between(now, at).toSeconds());
    }

    private static Sighting sighting(Fix fix) {
      return new Sighting(fix.courierId(), fix.point(), fix.seenAt());
    }
  }
}
