package id.antar.dispatch.lab;

import id.antar.api.courier.CourierEvent.ShiftStarted;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.dispatch.DispatchEvent.DispatchDecided;
import id.antar.api.dispatch.DispatchEvent.Sighting;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderTerms;
import id.antar.api.order.OrderTotal;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPart;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.dispatch.lab.facts.Answered;
import id.antar.dispatch.lab.facts.Facts;
import id.antar.dispatch.lab.facts.Facts.LeftOut;
import id.antar.dispatch.lab.facts.FactsFold;
import id.antar.dispatch.lab.facts.History;
import id.antar.dispatch.lab.facts.OrderFacts;
import id.antar.dispatch.lab.facts.ShiftFacts;
import id.antar.dispatch.lab.run.Behaviour;
import id.antar.dispatch.lab.run.Fared;
import id.antar.dispatch.lab.run.Simulation;
import id.antar.dispatch.plan.DispatchPlan;
import id.antar.dispatch.plan.DispatchPlanner;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.PlanJson;
import id.antar.dispatch.plan.TravelTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A lunchtime in a made town, as its events: dispatched by the planner itself, so that a lab that
/// understands them has to come near it.
final class MadeHistory implements History {

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final Instant TWO = NOON.plus(Duration.ofHours(2));

  private static final ZoneId ZONE = new ZoneId("main");
  private static final String EUR = "EUR";

  final List<Object> events;

  /// How the orders fared, as the run itself says.
  final List<Fared> fared;

  private MadeHistory(List<Object> events, List<Fared> fared) {
    this.events = events;
    this.fared = fared;
  }

  /// @param seed of the town, and of its day
  static MadeHistory of(DispatchPolicy policy, int orders, int couriers, long seed) {
    return of(facts(policy, orders, couriers, seed), policy, seed);
  }

  /// What happens in a made town, whoever dispatches it.
  static Facts facts(DispatchPolicy policy, int orders, int couriers, long seed) {
    var random = new SplittableRandom(seed);
    List<GeoPoint> merchants =
        IntStream.range(0, 5).mapToObj(_ -> somewhere(random, 0.012)).toList();
    List<OrderFacts> placed =
        IntStream.range(0, orders).mapToObj(i -> order(i, orders, merchants, random)).toList();
    List<ShiftFacts> shifts = IntStream.range(0, couriers).mapToObj(i -> shift(i, random)).toList();
    return facts(policy, placed, shifts);
  }

  static MadeHistory of(Facts facts, DispatchPolicy policy, long seed) {
    var events = new ArrayList<Object>();
    facts.shifts().forEach(shift -> events.add(shift.started()));
    events.add(decided(policy, facts.shifts()));
    List<Fared> fared =
        run(
            facts,
            policy,
            seed,
            event -> {
              if (!(event instanceof ShiftStarted)) {
                events.add(event);
              }
            });
    return new MadeHistory(events, fared);
  }

  static List<Fared> run(Facts facts, DispatchPolicy policy, long seed, Consumer<Object> witness) {
    var streets = new LineStreets();
    var behaviour = new Behaviour(facts, streets);
    return new Simulation(facts, behaviour, streets, policy, seed, witness).run(() -> {});
  }

  /// The same, as somebody else tells it.
  MadeHistory with(UnaryOperator<Object> change) {
    return new MadeHistory(events.stream().map(change).toList(), fared);
  }

  @Override
  public void read(Instant since, Runnable pulse, Reader reader) {
    for (Object event : events) {
      if (!reader.read(event, NOON)) {
        return;
      }
    }
  }

  static Facts facts(DispatchPolicy policy, List<OrderFacts> orders, List<ShiftFacts> shifts) {
    return new Facts(
        NOON.minus(FactsFold.WARM_UP),
        NOON,
        TWO,
        ZONE,
        orders,
        shifts,
        shifts.stream().flatMap(shift -> answers(shift.courierId())).toList(),
        List.of(),
        Map.of(policy, 1),
        List.of("map-1"),
        Map.of(),
        new LeftOut(0, 0, 0));
  }

  /// One offer of twenty is declined, and one expires.
  private static Stream<Answered> answers(CourierId courier) {
    return IntStream.range(0, 20)
        .mapToObj(i ->
            switch (i) {
              case 0 -> new Answered(courier, Answered.Kind.DECLINED, 20);
              case 1 -> new Answered(courier, Answered.Kind.EXPIRED, 45);
              default -> new Answered(courier, Answered.Kind.ACCEPTED, 3 + i);
            });
  }

  private static GeoPoint somewhere(SplittableRandom random, double reach) {
    return new GeoPoint(
        43.7 + random.nextDouble(-reach, reach), 7.4 + random.nextDouble(-reach, reach));
  }

  private static ShiftFacts shift(int number, SplittableRandom random) {
    var started =
        new ShiftStarted(
            new CourierId("courier-" + number),
            Vehicle.SCOOTER,
            3,
            TWO.plus(Duration.ofHours(3)),
            NOON.minusSeconds(600));
    return new ShiftFacts(started, somewhere(random, 0.02), started.endsBy(), List.of());
  }

  private static OrderFacts order(
      int number, int of, List<GeoPoint> merchants, SplittableRandom random) {
    int merchant = random.nextInt(merchants.size());
    var id = new OrderId("order-" + number);
    Instant placedAt = NOON.plusSeconds(6600L * number / of + random.nextInt(60));
    Instant confirmedAt = placedAt.plusSeconds(20);
    Instant promised = confirmedAt.plusSeconds(300 + random.nextInt(600));
    Instant readyAt = promised.plusSeconds(random.nextInt(180));
    return new OrderFacts(
        placed(id, merchant, merchants.get(merchant), somewhere(random, 0.02), placedAt),
        new OrderConfirmed(id, promised, promised.plus(Duration.ofMinutes(30)), confirmedAt),
        List.of(new OrderReady(id, readyAt)),
        readyAt,
        null,
        20 + random.nextInt(60),
        30 + random.nextInt(90),
        null,
        null,
        true);
  }

  static OrderPlaced placed(OrderId id, int merchant, GeoPoint pickup, GeoPoint door, Instant at) {
    var person = new PersonId("customer.carol");
    return new OrderPlaced(
        id,
        new CustomerId("carol"),
        new MerchantId("merchant-" + merchant),
        "Noodle bar",
        pickup,
        Personal.of(person, new Contact("Carol", "+377 1234")),
        Personal.of(person, new Address(door, "A street 1", "")),
        List.of(),
        OrderTotal.of(new Money(1000, EUR), new Money(200, EUR)),
        new OrderTerms(1500, new Money(400, EUR)),
        null,
        new PaymentId("payment-" + id),
        List.of(
            new PaymentPart(1, new PaymentChoice(PaymentMethod.CASH, ""), new Money(1200, EUR))),
        at.plus(Duration.ofHours(3)),
        at);
  }

  private static DispatchDecided decided(DispatchPolicy policy, List<ShiftFacts> shifts) {
    var problem =
        new DispatchProblem(
            ZONE,
            NOON,
            1,
            policy,
            0,
            List.of(),
            List.of(),
            List.of(),
            TravelTimes.builder().build());
    DispatchPlan plan = DispatchPlanner.plan(problem);
    return new DispatchDecided(
        new DecisionId("decision-1"),
        ZONE,
        policy.version(),
        DispatchPlanner.VERSION,
        "map-1",
        1,
        PlanJson.pack(PlanJson.write(problem)),
        PlanJson.pack(PlanJson.write(plan)),
        List.of(),
        List.of(),
        shifts.stream()
            .map(shift ->
                Personal.of(
                    shift.courierId().personId(),
                    new Sighting(shift.courierId(), shift.place(), NOON)))
            .toList(),
        NOON);
  }
}
