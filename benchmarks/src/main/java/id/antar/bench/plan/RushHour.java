package id.antar.bench.plan;

import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.DispatchProblem.DutyCourier;
import id.antar.dispatch.plan.DispatchProblem.Heading;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;
import id.antar.dispatch.plan.TravelTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A city of 12 x 12 km at dinner time. Merchants lie around some centres, doors within about two
/// kilometres of theirs; of the couriers six in ten are free, three busy for up to a quarter of an
/// hour, one on the way to fetch an order. The legs are those that the live dispatcher would have
/// measured.
final class RushHour {

  private static final double SIDE = 12_000;
  private static final int SERVICE = 120;

  private final Random random;
  private final List<Spot> spots = new ArrayList<>();
  private final List<OpenOrder> orders = new ArrayList<>();
  private final List<DutyCourier> couriers = new ArrayList<>();
  private final int merchants;

  private record Spot(double x, double y) {}

  private RushHour(int orderCount, int courierCount, long seed) {
    this.random = new Random(seed);
    this.merchants = Math.max(5, orderCount * 3 / 20);
    List<Spot> centres = Stream.generate(this::anywhere).limit(12).toList();
    for (int i = 0; i < merchants; i++) {
      spots.add(around(centres.get(skewed(centres.size())), 900));
    }
    int heading = courierCount / 10;
    int free = courierCount * 6 / 10;
    List<OpenOrder> placed =
        IntStream.range(0, orderCount).mapToObj(i -> order(i, i < heading)).toList();
    for (int i = 0; i < courierCount; i++) {
      if (i < heading) {
        couriers.add(heading(i, placed.get(i)));
      } else {
        couriers.add(courier(i, i < heading + free ? 0 : 30 + random.nextInt(870), null));
      }
    }
    placed.forEach(order -> orders.add(considering(order, candidates(order))));
  }

  static DispatchProblem of(int orders, int couriers, long seed, DispatchPolicy policy) {
    return new RushHour(orders, couriers, seed).problem(seed, policy);
  }

  private DispatchProblem problem(long seed, DispatchPolicy policy) {
    return new DispatchProblem(
        new ZoneId("rush-hour"),
        Instant.parse("2026-11-21T12:00:00Z"),
        seed,
        policy,
        couriers.size(),
        orders,
        couriers,
        IntStream.range(0, spots.size()).mapToObj(this::remoteness).toList(),
        legs());
  }

  /// Whoever is fetching it already has had it for a while.
  private OpenOrder order(int number, boolean fetched) {
    int merchant = skewed(merchants);
    int placed = fetched ? -1200 + random.nextInt(600) : -random.nextInt(1200);
    return new OpenOrder(
        new OrderId("order-" + number),
        new MerchantId("merchant-" + merchant),
        merchant,
        place(around(spots.get(merchant), 1_800)),
        placed,
        Math.max(placed + 180, -300 + random.nextInt(1500)),
        SERVICE,
        SERVICE,
        null,
        List.of(),
        List.of());
  }

  private DutyCourier heading(int number, OpenOrder order) {
    int departed = -random.nextInt(300);
    int arrival = 30 + random.nextInt(570);
    return courier(number, 0, new Heading(order.pickup(), departed, arrival, List.of(number)));
  }

  private DutyCourier courier(int number, int free, @Nullable Heading heading) {
    int shift = 3600 * (4 + random.nextInt(5));
    int since = random.nextInt(shift - 1800);
    return new DutyCourier(
        new CourierId("courier-" + number),
        number % 10 == 3 ? Vehicle.BICYCLE : Vehicle.SCOOTER,
        3,
        place(random.nextInt(4) == 0 ? anywhere() : around(spots.get(skewed(merchants)), 1_500)),
        free,
        shift - since,
        shift,
        since / 1500,
        heading);
  }

  private OpenOrder considering(OpenOrder order, List<Integer> candidates) {
    return new OpenOrder(
        order.order(),
        order.merchant(),
        order.pickup(),
        order.dropoff(),
        order.placed(),
        order.ready(),
        order.pickupService(),
        order.dropoffService(),
        null,
        candidates,
        List.of());
  }

  /// The soonest there, and whoever heads for the same merchant.
  private List<Integer> candidates(OpenOrder order) {
    int[] arrivals =
        IntStream.range(0, couriers.size()).map(courier -> arrival(courier, order)).toArray();
    Stream<Integer> soonest =
        IntStream.range(0, couriers.size())
            .boxed()
            .sorted(Comparator.comparingInt(courier -> arrivals[courier]))
            .limit(DispatchPolicy.standard().maxCandidates());
    Stream<Integer> there =
        IntStream.range(0, couriers.size()).boxed().filter(courier -> headsFor(courier, order));
    return Stream.concat(soonest, there).distinct().toList();
  }

  private int arrival(int courier, OpenOrder order) {
    DutyCourier c = couriers.get(courier);
    return c.free() + seconds(c.vehicle(), c.place(), order.pickup());
  }

  private boolean headsFor(int courier, OpenOrder order) {
    Heading heading = couriers.get(courier).heading();
    return heading != null && heading.pickup() == order.pickup();
  }

  /// A vehicle needs a leg if one of its couriers is a candidate for what is at both ends.
  private TravelTimes legs() {
    var legs = TravelTimes.builder();
    for (Vehicle vehicle : Vehicle.values()) {
      List<BitSet> candidates = orders.stream().map(order -> candidates(order, vehicle)).toList();
      for (int one = 0; one < orders.size(); one++) {
        OpenOrder a = orders.get(one);
        candidates.get(one).stream()
            .forEach(courier -> leg(legs, vehicle, couriers.get(courier).place(), a.pickup()));
        for (int other = 0; other < orders.size(); other++) {
          OpenOrder b = orders.get(other);
          if (candidates.get(one).intersects(candidates.get(other))) {
            leg(legs, vehicle, a.dropoff(), b.pickup());
            if (a.pickup() == b.pickup()) {
              leg(legs, vehicle, a.pickup(), b.dropoff());
              leg(legs, vehicle, a.dropoff(), b.dropoff());
            }
          }
        }
      }
    }
    return legs.build();
  }

  private BitSet candidates(OpenOrder order, Vehicle vehicle) {
    var set = new BitSet(couriers.size());
    order.candidates().stream()
        .filter(courier -> couriers.get(courier).vehicle() == vehicle)
        .forEach(set::set);
    return set;
  }

  private void leg(TravelTimes.Builder legs, Vehicle vehicle, int from, int to) {
    if (!legs.has(vehicle, from, to)) {
      legs.leg(vehicle, from, to, seconds(vehicle, from, to));
    }
  }

  /// Streets are between a fifth and three fifths longer than the straight line, the same for
  /// everybody who goes there.
  private int seconds(Vehicle vehicle, int from, int to) {
    Spot a = spots.get(from);
    Spot b = spots.get(to);
    double detour = 1.2 + 0.4 * new Random(31L * from + to).nextDouble();
    double speed = vehicle == Vehicle.SCOOTER ? 6 : 4;
    return (int) Math.round(detour * Math.hypot(a.x() - b.x(), a.y() - b.y()) / speed);
  }

  private int remoteness(int place) {
    return (int)
        IntStream.range(0, merchants)
            .map(merchant -> seconds(Vehicle.SCOOTER, place, merchant))
            .average()
            .orElse(0);
  }

  private int place(Spot spot) {
    spots.add(spot);
    return spots.size() - 1;
  }

  private Spot anywhere() {
    return new Spot(SIDE * random.nextDouble(), SIDE * random.nextDouble());
  }

  private Spot around(Spot centre, double spread) {
    return new Spot(
        Math.clamp(centre.x() + spread * random.nextGaussian(), 0, SIDE),
        Math.clamp(centre.y() + spread * random.nextGaussian(), 0, SIDE));
  }

  /// The first ones more often than the last.
  private int skewed(int count) {
    double rank = random.nextDouble();
    return (int) (rank * rank * count);
  }
}
