package id.antar.dispatch.live;

import id.antar.api.time.EngineClock;
import id.antar.dispatch.live.BoardSnapshot.Source;
import id.antar.dispatch.plan.Budget;
import id.antar.dispatch.plan.DispatchPlan;
import id.antar.dispatch.plan.DispatchPlanner;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Surveys a situation and plans for it within the time that a round has. What cannot be planned
/// for, even alone, is left out: one odd order, courier or merchant must not stop the dispatch of
/// all others.
final class Planning {

  /// @param nanos real time that it took
  record Planned(Situation situation, DispatchPlan plan, long nanos) {}

  private static final Logger LOG = LoggerFactory.getLogger(Planning.class);

  private final Survey survey;
  private final Duration budget;
  private final DispatchMetrics metrics;

  /// What was left out of the last round that failed: ids, and what they are of.
  private final Map<Object, String> leftOut = new HashMap<>();

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
      planned = attempt(board, now, e);
    }
    metrics.planned(
        planned.situation().problem().orders().size(),
        planned.situation().problem().couriers().size(),
        planned.plan().load(),
        planned.situation().pinnedToNobody().size());
    return planned;
  }

  /// Goes on with a plan for a board of the same moment that is slightly another. See
  /// [DispatchPlanner#resume].
  Planned resume(BoardSnapshot board, Instant now, Planned before) {
    long began = System.nanoTime();
    Situation situation = survey.of(withoutLeftOut(board), now);
    DispatchPlan plan =
        DispatchPlanner.resume(situation.problem(), before.situation().problem(), before.plan());
    return new Planned(situation, plan, System.nanoTime() - began);
  }

  private BoardSnapshot withoutLeftOut(BoardSnapshot board) {
    return board.only(
        order -> !leftOut.containsKey(order.orderId()),
        courier -> !leftOut.containsKey(courier.courierId()),
        source -> !leftOut.containsKey(source.merchantId()));
  }

  /// Mostly it is the same as in the round before, which need not be searched for again.
  private Planned attempt(BoardSnapshot board, Instant now, RuntimeException failure) {
    BoardSnapshot left = withoutLeftOut(board);
    if (!left.equals(board)) {
      try {
        Planned planned = attempt(left, now);
        forgetGone(board);
        leftOut.values().forEach(metrics::leftOut);
        return planned;
      } catch (RuntimeException e) {
        LOG.debug("Something else cannot be planned for either.", e);
      }
    }
    forgetGone(board);
    return attempt(sound(board, now, failure), now);
  }

  private void forgetGone(BoardSnapshot board) {
    var there = new HashSet<Object>();
    board.open().forEach(order -> there.add(order.orderId()));
    board.onDuty().forEach(courier -> there.add(courier.courierId()));
    board.merchants().forEach(source -> there.add(source.merchantId()));
    leftOut.keySet().retainAll(there);
  }

  private Planned attempt(BoardSnapshot board, Instant now) {
    return plan(survey, budget, board, now);
  }

  /// One attempt.
  ///
  /// @param budget of improvement, in real time
  static Planned plan(Survey survey, Duration budget, BoardSnapshot board, Instant now) {
    long began = System.nanoTime();
    Situation situation = survey.of(board, now);
    Budget time = Budget.until(() -> System.nanoTime() - began >= budget.toNanos());
    DispatchPlan plan = DispatchPlanner.plan(situation.problem(), time);
    return new Planned(situation, plan, System.nanoTime() - began);
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
      leftOut.remove(id);
      return true;
    } catch (RuntimeException e) {
      metrics.leftOut(what);
      if (leftOut.put(id, what) == null) {
        LOG.error("The {} {} cannot be planned for and is left out.", what, id, e);
      }
      return false;
    }
  }
}
