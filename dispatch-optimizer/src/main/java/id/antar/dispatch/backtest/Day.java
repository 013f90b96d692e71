package id.antar.dispatch.backtest;

import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import id.antar.dispatch.backtest.Fleet.Driver;
import id.antar.dispatch.plan.DispatchPlan;
import id.antar.dispatch.plan.DispatchPlan.CourierPlan;
import id.antar.dispatch.plan.DispatchPlan.PlannedTrip;
import id.antar.dispatch.plan.DispatchPlanner;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.DispatchProblem.DutyCourier;
import id.antar.dispatch.plan.DispatchProblem.Heading;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;
import id.antar.dispatch.plan.TravelTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Lives through one day of the benchmark by its rules, minute by minute, with the planner that
/// dispatches live: an order is unknown until it is placed, nobody is turned round, and what a
/// bundle holds is settled when its courier stands at the restaurant.
final class Day {

  private static final int MINUTE = 60;

  /// Couriers whose shift begins within this time are planned with.
  private static final int AHEAD = 60;

  private static final int ROOM = 6;
  private static final Vehicle VEHICLE = Vehicle.SCOOTER;

  private final Instance instance;
  private final DispatchPolicy policy;
  private final BiConsumer<DispatchProblem, DispatchPlan> recorder;
  private final Grid grid;
  private final Fleet fleet;
  private final List<Integer> open = new ArrayList<>();
  private final List<OrderId> orderIds;
  private final List<MerchantId> merchantIds;
  private final List<CourierId> courierIds;
  private int now;

  /// @param recorder hears of every round that commits anything
  Day(
      Instance instance,
      DispatchPolicy policy,
      BiConsumer<DispatchProblem, DispatchPlan> recorder) {
    this.instance = instance;
    this.policy = policy;
    this.recorder = recorder;
    this.grid = new Grid(instance);
    this.fleet = new Fleet(instance, grid);
    this.orderIds = instance.orders().stream().map(order -> new OrderId(order.id())).toList();
    this.merchantIds =
        instance.restaurants().stream().map(each -> new MerchantId(each.id())).toList();
    this.courierIds = instance.couriers().stream().map(each -> new CourierId(each.id())).toList();
  }

  Solution live() {
    int next = 0;
    int end = instance.couriers().stream().mapToInt(Instance.Courier::off).max().orElse(0);
    for (now = 0; now <= end; now++) {
      while (next < instance.orders().size() && instance.orders().get(next).placed() <= now) {
        grid.placed(instance.orders().get(next).restaurant());
        open.add(next++);
      }
      if (!open.isEmpty()) {
        decide();
      }
      fleet.settle(now);
      open.removeIf(order -> fleet.dropped[order] > 0);
    }
    fleet.settle(Integer.MAX_VALUE);
    return new Solution(instance, grid, fleet);
  }

  private void decide() {
    List<Driver> duty = fleet.drivers.stream().filter(driver -> isOnDuty(driver.courier)).toList();
    if (duty.isEmpty()) {
      return;
    }
    DispatchProblem problem = new Survey(duty).problem();
    DispatchPlan plan = DispatchPlanner.plan(problem);
    List<Integer> committed = new ArrayList<>();
    for (CourierPlan courier : plan.couriers()) {
      for (PlannedTrip trip : courier.trips()) {
        committed.addAll(follow(duty.get(courier.courier()), trip));
      }
    }
    if (!committed.isEmpty()) {
      recorder.accept(problem, plan);
    }
    if (!mayChangeBundles()) {
      open.removeAll(committed);
    }
  }

  private boolean isOnDuty(int courier) {
    var shift = instance.couriers().get(courier);
    return shift.off() > now && shift.on() <= now + AHEAD;
  }

  /// The baselines have no second thoughts: what they commit is out of their sight.
  private boolean mayChangeBundles() {
    return policy.method() == DispatchPolicy.Method.HORIZON;
  }

  /// The orders that are committed by it.
  private List<Integer> follow(Driver driver, PlannedTrip trip) {
    List<Integer> orders = trip.orders().stream().map(open::get).toList();
    return switch (trip.step()) {
      case UNDER_WAY -> {
        driver.committed.getFirst().orders = orders;
        yield List.of();
      }
      case OFFER -> {
        int restaurant = instance.orders().get(orders.getFirst()).restaurant();
        fleet.commit(driver, new Fleet.Trip(restaurant, now, orders));
        yield orders;
      }
      case LATER -> List.of();
    };
  }

  /// What the planner is told of this minute.
  private final class Survey {

    private final List<Driver> duty;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final Map<Integer, Integer> headingOf = new HashMap<>();
    private final TravelTimes.Builder legs = TravelTimes.builder();

    Survey(List<Driver> duty) {
      this.duty = duty;
    }

    DispatchProblem problem() {
      List<DutyCourier> couriers = new ArrayList<>();
      for (int i = 0; i < duty.size(); i++) {
        couriers.add(courier(i));
      }
      List<OpenOrder> orders = new ArrayList<>();
      for (int i = 0; i < open.size(); i++) {
        orders.add(order(i));
      }
      drive(orders, couriers);
      int onDuty =
          (int) duty.stream().filter(d -> instance.couriers().get(d.courier).on() <= now).count();
      return new DispatchProblem(
          new ZoneId(instance.name()),
          Instant.EPOCH.plus(Duration.ofMinutes(now)),
          now,
          policy,
          onDuty,
          orders,
          couriers,
          numbers.stream().map(grid::remoteness).toList(),
          legs.build());
    }

    private DutyCourier courier(int index) {
      Driver driver = duty.get(index);
      var shift = instance.couriers().get(driver.courier);
      Heading heading = null;
      if (mayChangeBundles() && !driver.committed.isEmpty()) {
        Fleet.Trip trip = driver.committed.getFirst();
        trip.orders.forEach(order -> headingOf.put(order, index));
        heading =
            new Heading(
                place(grid.restaurant(trip.restaurant)),
                seconds(driver.departure),
                seconds(fleet.arrival(driver)),
                trip.orders.stream().map(open::indexOf).toList());
      }
      Tail tail = tail(driver);
      return new DutyCourier(
          courierIds.get(driver.courier),
          VEHICLE,
          ROOM,
          heading == null ? place(tail.place()) : place(driver.place),
          seconds(heading == null ? tail.free() : driver.free),
          seconds(shift.off()),
          (shift.off() - shift.on()) * MINUTE,
          driver.delivered,
          heading);
    }

    private OpenOrder order(int index) {
      int number = open.get(index);
      var order = instance.orders().get(number);
      int pickup = grid.restaurant(order.restaurant());
      return new OpenOrder(
          orderIds.get(number),
          merchantIds.get(order.restaurant()),
          place(pickup),
          place(grid.door(number)),
          seconds(order.placed()),
          seconds(order.ready()),
          instance.pickupService() * MINUTE,
          instance.dropoffService() * MINUTE,
          null,
          candidates(number, pickup),
          List.of());
    }

    /// The couriers who can be at the restaurant first, after what they have to do already.
    private List<Integer> candidates(int order, int pickup) {
      record Near(int courier, int arrival) {}
      var near = new ArrayList<Near>();
      for (int i = 0; i < duty.size(); i++) {
        Driver driver = duty.get(i);
        Tail tail = tail(driver);
        near.add(new Near(i, Math.max(now, tail.free()) + grid.minutes(tail.place(), pickup)));
      }
      near.sort(Comparator.comparingInt(Near::arrival));
      var candidates = new ArrayList<Integer>();
      Integer heading = headingOf.get(order);
      if (heading != null) {
        candidates.add(heading);
      }
      near.stream()
          .map(Near::courier)
          .filter(courier -> !courier.equals(heading))
          .limit(policy.maxCandidates())
          .forEach(candidates::add);
      return candidates;
    }

    private void drive(List<OpenOrder> orders, List<DutyCourier> couriers) {
      for (OpenOrder order : orders) {
        leg(order.pickup(), order.dropoff());
        for (int candidate : order.candidates()) {
          leg(couriers.get(candidate).place(), order.pickup());
        }
        for (OpenOrder other : orders) {
          leg(order.dropoff(), other.pickup());
          if (other.pickup() == order.pickup()) {
            leg(order.dropoff(), other.dropoff());
          }
        }
      }
    }

    private void leg(int from, int to) {
      if (!legs.has(VEHICLE, from, to)) {
        legs.leg(VEHICLE, from, to, MINUTE * grid.minutes(numbers.get(from), numbers.get(to)));
      }
    }

    private int place(int number) {
      return places.computeIfAbsent(
          number,
          _ -> {
            numbers.add(number);
            return numbers.size() - 1;
          });
    }
  }

  private record Tail(int place, int free) {}

  /// Where a courier will be after all that is committed, and when.
  private Tail tail(Driver driver) {
    int place = driver.place;
    int free = driver.free;
    for (Fleet.Trip trip : driver.committed) {
      int restaurant = grid.restaurant(trip.restaurant);
      int pickup =
          Math.max(free, trip.committed)
              + grid.minutes(place, restaurant)
              + instance.pickupService() / 2;
      for (int order : trip.orders) {
        pickup = Math.max(pickup, instance.orders().get(order).ready());
      }
      free = pickup + instance.pickupService() - instance.pickupService() / 2;
      place = restaurant;
      for (int order : trip.orders) {
        free += grid.minutes(place, grid.door(order)) + instance.dropoffService();
        place = grid.door(order);
      }
    }
    return new Tail(place, free);
  }

  private int seconds(int minute) {
    return (minute - now) * MINUTE;
  }
}
