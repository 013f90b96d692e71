package id.antar.dispatch.live;

import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.learned.LearnedTimes;
import id.antar.dispatch.live.Standing.UnderWay;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.DispatchProblem.Decline;
import id.antar.dispatch.plan.DispatchProblem.DutyCourier;
import id.antar.dispatch.plan.DispatchProblem.Heading;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Turns board, fleet, road and experience into a problem: numbers orders and couriers by id, and
/// places as they come up. A courier whom no order considers is not in it.
final class Survey {

  private final ZoneId zone;
  private final Supplier<DispatchPolicy> live;
  private final FleetIndex fleet;
  private final MeasureTravel travel;
  private final LearnedTimes learned;

  /// @param live the policy of the next round
  Survey(
      ZoneId zone,
      Supplier<DispatchPolicy> live,
      FleetIndex fleet,
      MeasureTravel travel,
      LearnedTimes learned) {
    this.zone = zone;
    this.live = live;
    this.fleet = fleet;
    this.travel = travel;
    this.learned = learned;
  }

  Situation of(BoardSnapshot board, Instant now) {
    return new Round(board, now).situation();
  }

  /// That nothing about the order fails.
  void probe(BoardOrder order, Instant now) {
    var estimates = new Estimates(learned, live.get(), now);
    var _ = estimates.ready(order) + estimates.pickupService(order);
    GeoPoint door = Objects.requireNonNull(order.dropoff());
    var _ = estimates.dropoffService(door);
    var ends = List.of(order.pickup(), door);
    var _ = fleet.nearest(order.pickup(), 1, 1, _ -> true);
    var _ = travel.measure(ends, ends, Vehicle.BICYCLE).seconds(0, 1);
  }

  /// That nothing about the couriers on duty fails.
  void probe(BoardSnapshot board, Instant now) {
    var policy = live.get();
    var estimates = new Estimates(learned, policy, now);
    var fixMaxAge = Duration.ofSeconds(policy.fixMaxAge());
    for (Standing s : new Roster(board, fleet, travel, estimates, fixMaxAge).standings()) {
      var place = List.of(s.place());
      var _ = travel.measure(place, place, s.courier().vehicle()).seconds(0, 0);
    }
  }

  void probe(GeoPoint merchant) {
    var _ = travel.measure(List.of(merchant), List.of(merchant), Vehicle.BICYCLE).seconds(0, 0);
  }

  private final class Round {
    private final DispatchPolicy policy = live.get();
    private final BoardSnapshot board;
    private final Estimates estimates;
    private final Places places = new Places();

    Round(BoardSnapshot board, Instant now) {
      this.board = board;
      this.estimates = new Estimates(learned, policy, now);
    }

    Situation situation() {
      var fixMaxAge = Duration.ofSeconds(policy.fixMaxAge());
      List<Standing> all = new Roster(board, fleet, travel, estimates, fixMaxAge).standings();
      List<Standing> without = all.stream().filter(Round::isToLoseAll).toList();
      List<Standing> rest = all.stream().filter(s -> !isToLoseAll(s)).toList();
      List<BoardOrder> orders = orders(all);
      Set<CourierId> known = all.stream().map(Standing::courierId).collect(Collectors.toSet());
      var finder = new Candidates(known, fleet, policy, rest);
      List<Set<CourierId>> candidates = orders.stream().map(finder::of).toList();
      var considered = new HashSet<CourierId>();
      candidates.forEach(considered::addAll);
      List<Standing> standings =
          rest.stream().filter(s -> considered.contains(s.courierId())).toList();
      return new Situation(
          problem(orders, candidates, standings),
          standings,
          without,
          orders.stream()
              .filter(order -> order.pinnedTo() != null && !known.contains(order.pinnedTo()))
              .map(BoardOrder::orderId)
              .toList());
    }

    private List<BoardOrder> orders(List<Standing> standings) {
      return Stream.concat(
              board.open().stream(),
              standings.stream()
                  .map(Standing::underWay)
                  .filter(Objects::nonNull)
                  .flatMap(underWay -> underWay.orders().stream()))
          .sorted(Comparator.comparing(order -> order.orderId().value()))
          .toList();
    }

    private static boolean isToLoseAll(Standing standing) {
      return standing.underWay() != null && standing.underWay().staying().isEmpty();
    }

    private DispatchProblem problem(
        List<BoardOrder> orders, List<Set<CourierId>> candidates, List<Standing> standings) {
      var courierNumbers = new HashMap<CourierId, Integer>();
      standings.forEach(s -> courierNumbers.put(s.courierId(), courierNumbers.size()));
      List<OpenOrder> open =
          IntStream.range(0, orders.size())
              .mapToObj(i -> order(orders.get(i), candidates.get(i), courierNumbers))
              .toList();
      List<DutyCourier> couriers = standings.stream().map(s -> courier(s, orders)).toList();
      List<GeoPoint> points = places.points();
      return new DispatchProblem(
          zone,
          estimates.now(),
          estimates.now().getEpochSecond(),
          policy,
          board.onDuty().size(),
          open,
          couriers,
          remoteness(points, open, couriers),
          new Legs(travel, policy, points, open, couriers).measure());
    }

    private OpenOrder order(
        BoardOrder order, Set<CourierId> candidates, Map<CourierId, Integer> numbers) {
      GeoPoint door = Objects.requireNonNull(order.dropoff());
      var declines = new ArrayList<Decline>();
      order
          .declines()
          .forEach((courier, at) -> {
            Integer number = numbers.get(new CourierId(courier));
            if (number != null) {
              declines.add(new Decline(number, estimates.seconds(at)));
            }
          });
      return new OpenOrder(
          order.orderId(),
          order.merchantId(),
          places.number(order.pickup()),
          places.number(door),
          estimates.seconds(order.placedAt()),
          estimates.ready(order),
          estimates.pickupService(order),
          estimates.dropoffService(door),
          order.pinnedTo() == null ? null : numbers.get(order.pinnedTo()),
          candidates.stream().map(numbers::get).filter(Objects::nonNull).toList(),
          declines);
    }

    private DutyCourier courier(Standing standing, List<BoardOrder> orders) {
      BoardCourier courier = standing.courier();
      Instant began = courier.startedAt();
      return new DutyCourier(
          courier.courierId(),
          courier.vehicle(),
          courier.capacity(),
          places.number(standing.place()),
          standing.free(),
          estimates.seconds(courier.endsBy()),
          estimates.seconds(courier.endsBy()) - estimates.seconds(began),
          courier.carried(),
          standing.underWay() == null ? null : heading(standing.underWay(), orders));
    }

    private Heading heading(UnderWay underWay, List<BoardOrder> orders) {
      return new Heading(
          places.number(underWay.pickup()),
          underWay.departed(),
          underWay.arrival(),
          underWay.staying().stream().map(orders::indexOf).toList(),
          IntStream.range(0, orders.size())
              .filter(i -> hasLeft(orders.get(i), underWay))
              .boxed()
              .toList());
    }

    /// What left a trip does not come back to it, or it would go to and fro; unless an operator
    /// wants it to.
    private static boolean hasLeft(BoardOrder order, UnderWay underWay) {
      BoardTrip trip = underWay.trip();
      return trip.takenOff().contains(order.orderId())
          && !trip.orders().contains(order.orderId())
          && !trip.courierId().equals(order.pinnedTo());
    }

    /// By the first courier's vehicle. A trip begins where its courier is, and ends at a door.
    private List<Integer> remoteness(
        List<GeoPoint> points, List<OpenOrder> orders, List<DutyCourier> couriers) {
      var wanted = new HashSet<Integer>();
      orders.forEach(order -> wanted.add(order.dropoff()));
      couriers.forEach(courier -> wanted.add(courier.place()));
      Vehicle vehicle = couriers.isEmpty() ? Vehicle.BICYCLE : couriers.getFirst().vehicle();
      return new Remoteness(travel, board.merchants(), policy.maxPickupTravel())
          .of(points, wanted, vehicle);
    }
  }
}
