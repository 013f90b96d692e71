package id.antar.dispatch.live;

import id.antar.api.time.EngineClock;
import id.antar.dispatch.live.BoardSnapshot.Source;
import id.antar.dispatch.plan.Budget;
import id.antar.dispatch.plan.DispatchPlan;
import id.antar.dispatch.plan.DispatchPlanner;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Surveys a situation and plans for it within the time that a round has. What cannot be planned
/// for, even alone, is left out: one odd order, courier or merchant must not stop the dispatch of
/// all others.
final class Planning {

  record Planned(Situation situation, DispatchPlan plan) {}

  private static final Logger LOG = LoggerFactory.getLogger(Planning.class);

  private final Survey survey;
  private final Duration budget;
  private final DispatchMetrics metrics;
  private final Set<Object> reported = new HashSet<>();

  /// @param budget in engine time
  Planning(Survey survey, Duration budget, EngineClock clock, DispatchMetrics metrics) {
    this.survey = survey;
    this.budget = clock.toReal(budget);
    this.metrics = metrics;
  }

  Planned plan(BoardSnapshot board, Instant now) {
    Planned planned;
    try {
      planned = attempt(board, now);
    } catch (RuntimeException e) {
      planned = attempt(sound(board, now, e), now);
    }
    metrics.planned(
        planned.situation().problem().orders().size(),
        planned.situation().problem().couriers().size(),
        planned.plan().load(),
        planned.situation().pinnedToNobody().size());
    return planned;
  }

  private Planned attempt(BoardSnapshot board, Instant now) {
    long began = System.nanoTime();
    Situation situation = survey.of(board, now);
    Budget time = Budget.until(() -> System.nanoTime() - began >= budget.toNanos());
    return new Planned(situation, DispatchPlanner.plan(situation.problem(), time));
  }

  /// The board without what fails by itself.
  private BoardSnapshot sound(BoardSnapshot board, Instant now, RuntimeException failure) {
    Predicate<Source> merchant =
        source -> isSound("merchant", source.merchantId(), () -> survey.probe(source.point()));
    BoardSnapshot left = board.only(_ -> true, _ -> true, merchant);
    Predicate<BoardCourier> courier =
        each ->
            isSound(
                "courier",
                each.courierId(),
                () -> {
                  BoardSnapshot alone = left.only(_ -> false, each::equals, _ -> true);
                  survey.probe(alone, now);
                  attempt(alone, now);
                });
    Predicate<BoardOrder> order =
        each ->
            isSound(
                "order",
                each.orderId(),
                () -> {
                  survey.probe(each, now);
                  attempt(left.only(each::equals, _ -> false, _ -> true), now);
                });
    BoardSnapshot sound = left.only(order, courier, _ -> true);
    if (sound.equals(board)) {
      throw failure;
    }
    return sound;
  }

  private boolean isSound(String what, Object id, Runnable probe) {
    try {
      probe.run();
      return true;
    } catch (RuntimeException e) {
      metrics.leftOut(what);
      if (reported.add(id)) {
        LOG.error("The {} {} cannot be planned for and is left out.", what, id, e);
      }
      return false;
    }
  }
}
