package id.antar.dispatch.live;

import id.antar.api.assignment.AssignmentCommand;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderEvent;
import id.antar.api.time.EngineClock;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import id.antar.dispatch.learned.LearnedTimes;
import id.antar.dispatch.plan.DispatchPolicy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The live dispatcher in a world that somebody else makes up: the same board, survey, planner and
/// deeds, but it is told what time it is, its rounds take as many iterations as the policy wants,
/// and what it would send is handed back. The same calls give the same answers on any machine. Not
/// for several threads.
public final class Rehearsal {

  /// Nobody waits for a round here.
  private static final Duration BUDGET = Duration.ofDays(1);

  private final OpenBoard board = new OpenBoard();
  private final FleetIndex fleet;
  private final Planning planning;
  private final Telling telling;
  private final Duration offerExpiry;
  private final List<AssignmentCommand> told = new ArrayList<>();
  private long fixes;
  private int rounds;

  public Rehearsal(
      DispatchPolicy policy,
      ZoneId zone,
      MeasureTravel travel,
      LearnedTimes learned,
      Instant start) {
    var clock = new EngineClock(start, 1, () -> 0);
    var metrics = new DispatchMetrics(new SimpleMeterRegistry());
    this.fleet = new FleetIndex(Duration.ofSeconds(policy.fixMaxAge()));
    this.planning =
        new Planning(
            new Survey(zone, () -> policy, fleet, travel, learned), BUDGET, clock, metrics);
    this.telling = new Telling(board, clock, this::tell, metrics);
    this.offerExpiry = Duration.ofSeconds(policy.offerExpiry());
  }

  /// Says whether a round may now decide otherwise than before.
  public boolean happened(OrderEvent event) {
    return board.apply(event);
  }

  public boolean happened(AssignmentEvent event) {
    return board.apply(event);
  }

  public boolean happened(CourierEvent event) {
    boolean wakes = board.apply(event);
    if (event instanceof CourierEvent.ShiftEnded ended) {
      fleet.remove(ended.courierId());
    }
    return wakes;
  }

  public void seen(CourierId courierId, GeoPoint point, Instant at) {
    boolean _ = fleet.update(new Fix(courierId, point, ++fixes, at));
  }

  /// What the couriers are to be told: offers and amendments.
  public List<AssignmentCommand> round(Instant now) {
    board.forgetSentBefore(now);
    BoardSnapshot snapshot = board.snapshot(now);
    if (snapshot.open().isEmpty() && snapshot.trips().isEmpty()) {
      return List.of();
    }
    Planning.Planned planned = planning.plan(snapshot, now);
    var decision = new DecisionId("round-" + ++rounds);
    told.clear();
    Deeds.of(planned.situation(), planned.plan())
        .forEach(deed -> telling.tell(decision, deed, offerExpiry, now));
    return List.copyOf(told);
  }

  private CompletableFuture<Receipt> tell(DecisionId decisionId, Object command) {
    told.add((AssignmentCommand) command);
    return CompletableFuture.completedFuture(Receipt.accepted());
  }
}
