package id.antar.dispatch.plan;

import id.antar.dispatch.plan.DispatchPlan.Candidate;
import id.antar.dispatch.plan.DispatchPlan.CourierPlan;
import id.antar.dispatch.plan.DispatchPlan.OrderDecision;
import id.antar.dispatch.plan.DispatchPlan.Outcome;
import id.antar.dispatch.plan.DispatchPlan.PlannedTrip;
import id.antar.dispatch.plan.DispatchPlan.Step;
import id.antar.dispatch.plan.DispatchPlan.Verdict;
import id.antar.dispatch.plan.DispatchPolicy.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What follows from a finished schedule: what is offered now, and for every order why it went
/// where it did, what the others would have cost, and why some could not have it.
final class Conclusion {

  private final Schedule schedule;
  private final Round round;
  private final Insertion insertion;
  private final Drive drive;
  private final List<List<PlannedTrip>> trips = new ArrayList<>();

  Conclusion(Schedule schedule) {
    this.schedule = schedule;
    this.round = schedule.round;
    this.insertion = new Insertion(schedule);
    this.drive = new Drive(round);
    for (int courier = 0; courier < round.couriers; courier++) {
      trips.add(planned(courier));
    }
  }

  DispatchPlan plan(int iterations) {
    List<CourierPlan> couriers =
        IntStream.range(0, round.couriers)
            .filter(courier -> !schedule.route(courier).isEmpty())
            .mapToObj(courier -> new CourierPlan(courier, trips.get(courier)))
            .toList();
    return new DispatchPlan(
        DispatchPlanner.VERSION,
        round.policy.version(),
        iterations,
        round.load,
        CostTerms.NAMES,
        couriers,
        IntStream.range(0, round.orders).mapToObj(this::decision).toList());
  }

  private List<PlannedTrip> planned(int courier) {
    Trip[] route = schedule.route(courier).trips();
    List<Drive.Stops> stops = drive.stops(courier, route);
    var planned = new ArrayList<PlannedTrip>(route.length);
    for (int i = 0; i < route.length; i++) {
      Drive.Stops at = stops.get(i);
      int before = i == 0 ? round.free[courier] : end(route[i - 1], stops.get(i - 1));
      int leave = before + at.slack;
      planned.add(
          new PlannedTrip(
              step(courier, i, leave),
              Arrays.stream(route[i].orders()).boxed().toList(),
              leave,
              at.pickups,
              at.arrivals,
              at.pickup,
              at.doors));
    }
    return planned;
  }

  private int end(Trip trip, Drive.Stops stops) {
    int last = trip.orders()[trip.size() - 1];
    int service = round.dropoffService[last];
    return stops.handovers.getLast() + service - service / 2;
  }

  private Step step(int courier, int at, int leave) {
    if (schedule.route(courier).trips()[at].underWay()) {
      return Step.UNDER_WAY;
    }
    boolean now =
        round.policy.method() == Method.HORIZON
            ? at == 0 && round.free[courier] == 0 && leave <= round.policy.lead()
            : true;
    return now ? Step.OFFER : Step.LATER;
  }

  private OrderDecision decision(int order) {
    int courier = schedule.courierOf(order);
    Candidate own = courier == Schedule.NOBODY ? null : chosen(order, courier);
    List<Candidate> candidates =
        round.problem.orders().get(order).candidates().stream()
            .map(each -> each == courier ? own : other(order, each))
            .toList();
    if (own == null) {
      return new OrderDecision(
          order, whyNobody(candidates), null, null, null, null, null, candidates);
    }
    int cost = cost(own);
    Candidate runnerUp =
        candidates.stream()
            .filter(each -> each.courier() != courier && each.cost() != null)
            .min((a, b) -> Integer.compare(cost(a), cost(b)))
            .orElse(null);
    PlannedTrip trip = tripOf(order, courier);
    Outcome outcome = outcome(order, courier, trip);
    return new OrderDecision(
        order,
        outcome,
        courier,
        cost,
        runnerUp == null ? null : runnerUp.courier(),
        runnerUp == null ? null : cost(runnerUp) - cost,
        outcome == Outcome.HELD_BACK ? trip.leave() - round.policy.lead() : null,
        candidates);
  }

  private PlannedTrip tripOf(int order, int courier) {
    return trips.get(courier).get(schedule.route(courier).tripOf(order));
  }

  private Outcome outcome(int order, int courier, PlannedTrip trip) {
    return switch (trip.step()) {
      case OFFER -> Outcome.OFFERED;
      case UNDER_WAY ->
          Arrays.stream(round.underWay(courier)).anyMatch(t -> t.contains(order))
              ? Outcome.KEPT
              : Outcome.ADDED;
      case LATER ->
          round.free[courier] == 0 && trips.get(courier).getFirst() == trip
              ? Outcome.HELD_BACK
              : Outcome.QUEUED;
    };
  }

  /// What the order costs where it is: the courier's plan with it, less the plan without it.
  private Candidate chosen(int order, int courier) {
    Route route = schedule.route(courier);
    Trip[] without = route.without(order);
    CostTerms with = schedule.costing.terms(courier, route.trips());
    CostTerms rest =
        schedule.costing.of(courier, without) < Costing.IMPOSSIBLE
            ? schedule.costing.terms(courier, without)
            : CostTerms.NONE;
    PlannedTrip trip = tripOf(order, courier);
    return new Candidate(
        courier,
        Verdict.ELIGIBLE,
        with.minus(rest),
        trip.pickup(),
        trip.doors().get(trip.orders().indexOf(order)));
  }

  /// What the order would cost at its best place with somebody else.
  private Candidate other(int order, int courier) {
    Verdict verdict = round.allowed(order, courier);
    if (verdict != Verdict.ELIGIBLE) {
      return new Candidate(courier, verdict, null, null, null);
    }
    Insertion.Place place = insertion.best(order, courier, Costing.IMPOSSIBLE / 2);
    if (place == null) {
      return new Candidate(courier, whyNot(order, courier), null, null, null);
    }
    CostTerms cost =
        schedule
            .costing
            .terms(courier, place.trips())
            .minus(schedule.costing.terms(courier, schedule.route(courier).trips()));
    int at = new Route(place.trips(), place.cost()).tripOf(order);
    Drive.Stops stops = drive.stops(courier, place.trips()).get(at);
    return new Candidate(
        courier,
        Verdict.ELIGIBLE,
        cost,
        stops.pickup,
        stops.doors.get(place.trips()[at].indexOf(order)));
  }

  private Verdict whyNot(int order, int courier) {
    Route route = schedule.route(courier);
    Trip[] trips = route.inserting(route.size(), Trip.of(order));
    return switch (drive.along(courier, trips)) {
      case TOO_FAR -> Verdict.TOO_FAR;
      case SHIFT_ENDS -> Verdict.SHIFT_ENDS;
      case DONE, NO_ROUTE, NOTHING_LEFT -> Verdict.NO_ROUTE;
    };
  }

  private static Outcome whyNobody(List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return Outcome.NO_COURIER_IN_RANGE;
    }
    if (candidates.stream().allMatch(c -> c.verdict() == Verdict.DECLINED)) {
      return Outcome.ALL_DECLINED;
    }
    return candidates.stream().noneMatch(c -> c.verdict() == Verdict.ELIGIBLE)
        ? Outcome.NONE_ELIGIBLE
        : Outcome.LATER_IS_CHEAPER;
  }

  private static int cost(@Nullable Candidate candidate) {
    return candidate == null || candidate.cost() == null ? 0 : candidate.cost().total();
  }
}
