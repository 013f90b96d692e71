package id.antar.dispatch.why;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.dispatch.DispatchEvent.Choice;
import id.antar.api.dispatch.DispatchEvent.DispatchDecided;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import id.antar.dispatch.plan.DispatchPlan;
import id.antar.dispatch.plan.DispatchPlan.Step;
import id.antar.dispatch.plan.DispatchPlanner;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.DispatchProblem.Decline;
import id.antar.dispatch.plan.DispatchProblem.DutyCourier;
import id.antar.dispatch.plan.DispatchProblem.Heading;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;
import id.antar.dispatch.plan.PlanJson;
import id.antar.dispatch.plan.TravelTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A town along one straight street at noon, planned and recorded. Places are seconds from its
/// beginning, times seconds from noon. Every order considers every courier.
final class Street {

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final DecisionId DECISION = new DecisionId("decision-1");

  private final List<DutyCourier> couriers = new ArrayList<>();
  private final List<OpenOrder> orders = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private DispatchPolicy policy = DispatchPolicy.standard();
  private int onDuty = -1;
  private boolean isGuessed;

  Street policy(String name) {
    policy = DispatchPolicy.find(name).orElseThrow();
    return this;
  }

  Street onDuty(int number) {
    onDuty = number;
    return this;
  }

  Street guessed() {
    isGuessed = true;
    return this;
  }

  Street courier(String id, int at) {
    return courier(id, at, 0, 14_400);
  }

  Street courier(String id, int at, int free, int shiftEnd) {
    return courier(id, at, free, shiftEnd, null);
  }

  Street courier(String id, int at, int free, int shiftEnd, @Nullable Heading heading) {
    couriers.add(
        new DutyCourier(
            new CourierId(id), Vehicle.SCOOTER, 3, place(at), free, shiftEnd, 28_800, 0, heading));
    return this;
  }

  /// Under way since a minute ago.
  Street underWay(String id, int at, int arrival, int from, List<Integer> bundle) {
    return courier(id, at, 0, 14_400, new Heading(place(from), -60, arrival, bundle));
  }

  Street order(String id, int from, int to, int ready) {
    return order(id, from, to, ready, null, List.of());
  }

  Street order(
      String id,
      int from,
      int to,
      int ready,
      @Nullable Integer pinnedTo,
      List<Integer> declinedBy) {
    orders.add(
        new OpenOrder(
            new OrderId(id),
            new MerchantId("at-" + from),
            place(from),
            place(to),
            -300,
            ready,
            120,
            120,
            pinnedTo,
            IntStream.range(0, couriers.size()).boxed().toList(),
            declinedBy.stream().map(courier -> new Decline(courier, -60)).toList()));
    return this;
  }

  Explanation explained() {
    return new Explanation(decided());
  }

  DispatchDecided decided() {
    DispatchProblem problem = problem();
    DispatchPlan plan = DispatchPlanner.plan(problem);
    return new DispatchDecided(
        DECISION,
        problem.zone(),
        plan.policy(),
        plan.planner(),
        "map-1",
        problem.seed(),
        PlanJson.pack(PlanJson.write(problem)),
        PlanJson.pack(PlanJson.write(plan)),
        orders.stream().map(OpenOrder::order).toList(),
        choices(plan),
        List.of(),
        NOON);
  }

  /// Each offer is called after its courier.
  private List<Choice> choices(DispatchPlan plan) {
    return plan.couriers().stream()
        .flatMap(each ->
            each.trips().stream()
                .filter(trip -> trip.step() == Step.OFFER)
                .map(trip -> {
                  CourierId courier = couriers.get(each.courier()).courier();
                  return new Choice(
                      new AssignmentId("trip-of-" + courier),
                      courier,
                      trip.orders().stream().map(order -> orders.get(order).order()).toList());
                }))
        .toList();
  }

  private DispatchProblem problem() {
    var travel = TravelTimes.builder();
    for (int from = 0; from < places.size(); from++) {
      for (int to = 0; to < places.size(); to++) {
        int seconds = Math.abs(places.get(from) - places.get(to));
        if (isGuessed) {
          travel.guess(Vehicle.SCOOTER, from, to, seconds);
        } else {
          travel.leg(Vehicle.SCOOTER, from, to, seconds);
        }
      }
    }
    return new DispatchProblem(
        new ZoneId("street"),
        NOON,
        7,
        policy,
        onDuty < 0 ? couriers.size() : onDuty,
        orders,
        couriers,
        Collections.nCopies(places.size(), 100),
        travel.build());
  }

  private int place(int at) {
    if (!places.contains(at)) {
      places.add(at);
    }
    return places.indexOf(at);
  }
}
