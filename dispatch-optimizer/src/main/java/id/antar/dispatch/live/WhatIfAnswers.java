package id.antar.dispatch.live;

import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionQuery.GetWhatIf;
import id.antar.api.dispatch.WhatIf;
import id.antar.api.dispatch.WhatIf.Caution;
import id.antar.api.dispatch.WhatIf.Obstacle;
import id.antar.api.dispatch.WhatIf.Total;
import id.antar.api.order.OrderId;
import id.antar.api.time.EngineClock;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import id.antar.dispatch.live.Planning.Planned;
import id.antar.dispatch.plan.DispatchPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/// Answers what would become of the plan if an operator fixed an order to a courier: plans the
/// board of the moment as a round would, and goes on from that plan once as things are and once
/// with the pin, so that the difference is what follows from the pin. The board itself is not
/// touched. One at a time, so that questions never take more than one core.
final class WhatIfAnswers {

  /// Who plans for a board by a policy and the couriers' fixes of one moment, as a round would.
  @FunctionalInterface
  interface Planner {
    Planning of(DispatchPolicy policy, FleetIndex seen);
  }

  private final OpenBoard board;
  private final FleetIndex fleet;
  private final Supplier<DispatchPolicy> live;
  private final Planner planner;
  private final String mapVersion;
  private final EngineClock clock;
  private final Runnable requireHere;
  private final Semaphore turn = new Semaphore(1);

  /// @param requireHere throws where another dispatcher plans the zone: it alone knows what it has
  ///   sent
  WhatIfAnswers(
      OpenBoard board,
      FleetIndex fleet,
      Supplier<DispatchPolicy> live,
      Planner planner,
      String mapVersion,
      EngineClock clock,
      Runnable requireHere) {
    this.board = board;
    this.fleet = fleet;
    this.live = live;
    this.planner = planner;
    this.mapVersion = mapVersion;
    this.clock = clock;
    this.requireHere = requireHere;
  }

  @QueryHandler
  @Nullable WhatIf on(GetWhatIf query) {
    requireHere.run();
    if (!turn.tryAcquire()) {
      return null;
    }
    try {
      return new Question(query.orderId(), query.courierId()).answer();
    } finally {
      turn.release();
    }
  }

  private final class Question {
    private final OrderId orderId;
    private final CourierId courierId;
    private final DispatchPolicy policy = live.get();
    private final Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    private final BoardSnapshot snapshot = board.snapshot(now);
    private final @Nullable BoardOrder order;
    private final @Nullable BoardCourier courier;

    Question(OrderId orderId, CourierId courierId) {
      this.orderId = orderId;
      this.courierId = courierId;
      this.order = snapshot.orders().get(orderId);
      this.courier = board.find(courierId).orElse(null);
    }

    WhatIf answer() {
      Optional<Fix> fix =
          fleet
              .find(courierId)
              .filter(it -> !it.isOlderThan(Duration.ofSeconds(policy.fixMaxAge()), now));
      return Obstacles.before(snapshot, order, courier, fix, now)
          .map(obstacle -> answer(obstacle, null))
          .orElseGet(this::planned);
    }

    private WhatIf planned() {
      Planning planning = planner.of(policy, seen());
      Planned before = planning.resume(snapshot, now, planning.plan(snapshot, now));
      Planned after = planning.resume(snapshot.pinned(orderId, courierId), now, before);
      return answer(
          Obstacles.after(after, orderId, courierId).orElse(null),
          new Difference(before, after, policy.clickToDoorTarget()));
    }

    private FleetIndex seen() {
      var seen = new FleetIndex(Duration.ofSeconds(policy.fixMaxAge()));
      snapshot.onDuty().stream()
          .flatMap(each -> fleet.find(each.courierId()).stream())
          .forEach(seen::update);
      return seen;
    }

    private WhatIf answer(@Nullable Obstacle obstacle, @Nullable Difference difference) {
      Total total = difference == null ? Total.NONE : difference.total();
      return new WhatIf(
          orderId,
          courierId,
          now,
          mapVersion,
          policy.version(),
          order == null ? null : order.pinnedTo(),
          obstacle == null,
          obstacle,
          obstacle == null ? summary(total) : obstacle.sentence(),
          cautions(),
          difference == null ? List.of() : difference.changes(orderId),
          total);
    }

    private List<Caution> cautions() {
      var cautions = new ArrayList<Caution>();
      if (order != null && courier != null && order.inCash() && !courier.mayTakeCash()) {
        cautions.add(Caution.CASH_LIMIT_REACHED);
      }
      if (order != null && order.declines().containsKey(courierId.value())) {
        cautions.add(Caution.DECLINED);
      }
      return cautions;
    }
  }

  static String summary(Total total) {
    int lost = total.withoutCourierAfter() - total.withoutCourierBefore();
    return times(total)
        + (lost > 0 ? " %d more without a courier.".formatted(lost) : "")
        + (lost < 0 ? " %d fewer without a courier.".formatted(-lost) : "");
  }

  private static String times(Total total) {
    return "%d of %d planned orders later, %d sooner; %+d s at the doors, %+d s of lateness."
        .formatted(
            total.later(),
            total.orders(),
            total.sooner(),
            total.secondsLater(),
            total.lateSecondsAfter() - total.lateSecondsBefore());
  }
}
