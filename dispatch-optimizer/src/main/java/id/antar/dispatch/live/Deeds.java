package id.antar.dispatch.live;

import id.antar.api.assignment.Stop;
import id.antar.api.geo.Vehicle;
import id.antar.api.order.OrderId;
import id.antar.dispatch.live.Standing.UnderWay;
import id.antar.dispatch.plan.DispatchPlan;
import id.antar.dispatch.plan.DispatchPlan.Candidate;
import id.antar.dispatch.plan.DispatchPlan.CourierPlan;
import id.antar.dispatch.plan.DispatchPlan.OrderDecision;
import id.antar.dispatch.plan.DispatchPlan.Outcome;
import id.antar.dispatch.plan.DispatchPlan.PlannedTrip;
import id.antar.dispatch.plan.DispatchPlan.Step;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What follows from a plan. An order on its way from one courier to another leaves the one trip
/// first; it joins another in a later round, once it is known to have left. A courier under way is
/// not told of every whim: an order leaves a trip only if that is worth it, and the sequence of
/// doors changes only if that saves time.
final class Deeds {

  /// To another courier, in hundredths of a second that one customer waits.
  private static final int WORTH_MOVING = 12_000;

  /// By as many seconds the others of the trip have to be served sooner, all together.
  private static final int WORTH_LEAVING = 300;

  private static final int WORTH_RESEQUENCING = 60;

  private final Situation situation;
  private final DispatchPlan plan;
  private final DispatchProblem problem;
  private final Instant now;
  private final Map<OrderId, UnderWay> held;

  private Deeds(Situation situation, DispatchPlan plan) {
    this.situation = situation;
    this.plan = plan;
    this.problem = situation.problem();
    this.now = problem.now();
    this.held = situation.held();
  }

  static List<Deed> of(Situation situation, DispatchPlan plan) {
    return new Deeds(situation, plan).all();
  }

  private List<Deed> all() {
    var deeds = new ArrayList<Deed>();
    for (Standing standing : situation.without()) {
      BoardTrip trip = Objects.requireNonNull(standing.underWay()).trip();
      deeds.add(new Deed.Amend(trip, List.of(), "Another courier is to carry it."));
    }
    for (CourierPlan courier : plan.couriers()) {
      Standing standing = situation.standings().get(courier.courier());
      UnderWay underWay = standing.underWay();
      Optional<Deed> deed =
          underWay == null
              ? offer(standing, courier)
              : amend(standing.courier(), underWay, courier);
      deed.ifPresent(deeds::add);
    }
    return deeds;
  }

  private Optional<Deed> offer(Standing standing, CourierPlan courier) {
    if (!standing.isIdle()) {
      return Optional.empty();
    }
    return trips(courier, Step.OFFER)
        .findFirst()
        .map(trip -> stops(trip, trip.orders().stream().filter(o -> !isHeld(o)).toList()))
        .filter(stops -> !stops.isEmpty())
        .map(stops -> new Deed.Offer(standing.courierId(), stops));
  }

  private Optional<Deed> amend(BoardCourier holder, UnderWay underWay, CourierPlan courier) {
    Vehicle vehicle = holder.vehicle();
    List<OrderId> before = underWay.trip().orders();
    PlannedTrip trip = trips(courier, Step.UNDER_WAY).findFirst().orElse(null);
    if (trip == null) {
      return Optional.empty();
    }
    List<Integer> wanted =
        trip.orders().stream().filter(o -> !isHeld(o) || before.contains(id(o))).toList();
    List<OrderId> after = wanted.stream().map(this::id).toList();
    List<OrderId> removed = before.stream().filter(id -> !after.contains(id)).toList();
    List<OrderId> moved = removed.stream().filter(id -> !underWay.leaving().contains(id)).toList();
    boolean isLonger = after.size() + removed.size() > before.size();
    int sooner = sooner(vehicle, underWay, before, after);
    boolean isWorthIt =
        moved.isEmpty()
            ? isLonger || !removed.isEmpty() || sooner >= WORTH_RESEQUENCING
            : sooner >= WORTH_LEAVING
                || moved.stream().allMatch(id -> isWorthMoving(id, courier.courier()));
    if (!isWorthIt) {
      return moved.isEmpty() ? Optional.empty() : joined(holder, underWay, trip, wanted);
    }
    String reason =
        removed.isEmpty() ? "The trip is planned anew." : "Another courier is to carry it.";
    return Optional.of(new Deed.Amend(underWay.trip(), stops(trip, wanted), reason));
  }

  /// The trip as it was, without what belongs to others, and behind it what may join it.
  private Optional<Deed> joined(
      BoardCourier holder, UnderWay underWay, PlannedTrip trip, List<Integer> wanted) {
    List<OrderId> before = underWay.trip().orders();
    int most = Math.min(holder.capacity(), problem.policy().maxBundle());
    List<OrderId> staying = before.stream().filter(id -> !underWay.leaving().contains(id)).toList();
    Stream<OrderId> joining =
        trip.pickups().size() > 1
            ? Stream.empty()
            : wanted.stream()
                .map(this::id)
                .filter(id -> !before.contains(id))
                .limit(Math.max(0, most - staying.size()));
    List<OrderId> after = Stream.concat(staying.stream(), joining).toList();
    if (after.equals(before)) {
      return Optional.empty();
    }
    Map<OrderId, Integer> doors = doors(holder.vehicle(), underWay, after);
    var stops = new ArrayList<Stop>();
    Instant arrival = now.plusSeconds(trip.arrivals().getFirst());
    after.forEach(id -> stops.add(Stop.pickup(id, arrival)));
    after.forEach(id -> stops.add(Stop.dropoff(id, now.plusSeconds(doors.getOrDefault(id, 0)))));
    String reason =
        staying.size() == before.size()
            ? "The trip is planned anew."
            : "Another courier is to carry it.";
    return Optional.of(new Deed.Amend(underWay.trip(), stops, reason));
  }

  private static Stream<PlannedTrip> trips(CourierPlan courier, Step step) {
    return courier.trips().stream().filter(trip -> trip.step() == step);
  }

  private OrderId id(int order) {
    return situation.order(order);
  }

  private boolean isHeld(int order) {
    return held.containsKey(id(order));
  }

  /// With the courier who has it, it would cost so much more, and the other one can go for it now.
  private boolean isWorthMoving(OrderId orderId, int holder) {
    OrderDecision decision = plan.orders().get(situation.orders().indexOf(orderId));
    Integer cost = decision.cost();
    boolean isNow = decision.outcome() == Outcome.OFFERED || decision.outcome() == Outcome.ADDED;
    return isNow
        && cost != null
        && decision.candidates().stream()
            .filter(candidate -> candidate.courier() == holder)
            .map(Candidate::cost)
            .anyMatch(kept -> kept != null && kept.total() - cost > WORTH_MOVING);
  }

  /// How much sooner those who stay in the trip are served, in seconds, all together.
  private int sooner(
      Vehicle vehicle, UnderWay underWay, List<OrderId> before, List<OrderId> after) {
    Map<OrderId, Integer> doorsBefore = doors(vehicle, underWay, before);
    Map<OrderId, Integer> doorsAfter = doors(vehicle, underWay, after);
    return before.stream()
        .filter(doorsAfter::containsKey)
        .mapToInt(id -> doorsBefore.getOrDefault(id, 0) - doorsAfter.getOrDefault(id, 0))
        .sum();
  }

  /// When the courier would be at each door. The way to a door that is unknown takes no time.
  private Map<OrderId, Integer> doors(Vehicle vehicle, UnderWay underWay, List<OrderId> sequence) {
    List<OpenOrder> orders =
        sequence.stream().map(id -> problem.orders().get(situation.orders().indexOf(id))).toList();
    int service = orders.stream().mapToInt(OpenOrder::pickupService).max().orElse(0);
    int ready = orders.stream().mapToInt(OpenOrder::ready).max().orElse(0);
    int at = Math.max(underWay.arrival() + service / 2, ready) + service - service / 2;
    int here = orders.isEmpty() ? 0 : orders.getFirst().pickup();
    var doors = new HashMap<OrderId, Integer>();
    for (OpenOrder order : orders) {
      at += Math.max(0, problem.travel().seconds(vehicle, here, order.dropoff()));
      doors.put(order.order(), at);
      at += order.dropoffService();
      here = order.dropoff();
    }
    return doors;
  }

  /// All pickups, then all doors, when the plan says.
  private List<Stop> stops(PlannedTrip trip, List<Integer> orders) {
    var stops = new ArrayList<Stop>();
    for (int i = 0; i < trip.pickups().size(); i++) {
      Instant arrival = now.plusSeconds(trip.arrivals().get(i));
      int place = trip.pickups().get(i);
      orders.stream()
          .filter(order -> problem.orders().get(order).pickup() == place)
          .forEach(order -> stops.add(Stop.pickup(id(order), arrival)));
    }
    for (int order : orders) {
      int door = trip.doors().get(trip.orders().indexOf(order));
      stops.add(Stop.dropoff(id(order), now.plusSeconds(door)));
    }
    return stops;
  }
}
