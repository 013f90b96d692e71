package id.antar.dispatch.plan;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Decides one round: plans ahead for every open order and every courier, then says what has to be
/// offered now. Pure: the same problem with the same number of iterations gives the same plan on
/// any machine. `package.md` beside it describes it.
public final class DispatchPlanner {

  /// Raised with every change that may change a plan.
  public static final String VERSION = "2";

  private static final int LEAST_EFFORT = 20;
  private static final int SETTLING_PASSES = 3;

  /// Mostly two or three are enough for nothing to change any more.
  private static final int UNTIL_SETTLED = 20;

  private DispatchPlanner() {}

  public static DispatchPlan plan(DispatchProblem problem) {
    return plan(problem, Budget.UNLIMITED);
  }

  public static DispatchPlan plan(DispatchProblem problem, Budget budget) {
    var schedule = new Schedule(new Round(problem));
    int iterations =
        switch (problem.policy().method()) {
          case HORIZON -> horizon(schedule, budget);
          case GREEDY -> Baselines.greedy(schedule);
          case MATCHING -> Baselines.matching(schedule);
        };
    return new Conclusion(schedule).plan(iterations);
  }

  /// Goes on with a plan for a problem of the same moment that is slightly another: what may stay
  /// stays, whatever nobody has is put in, and single orders are moved until none gains by it.
  /// There is no chance in it, so that of two plans that go on from one that was settled so, one
  /// differs from the other only by what follows from the difference of their problems.
  ///
  /// @param before what `plan` was made for
  public static DispatchPlan resume(
      DispatchProblem problem, DispatchProblem before, DispatchPlan plan) {
    var round = new Round(problem);
    if (problem.policy().method() != DispatchPolicy.Method.HORIZON || round.orders == 0) {
      return plan(problem, Budget.exactly(plan.iterations()));
    }
    Schedule schedule = Resumption.of(round, before, plan);
    insertLeft(schedule, order -> problem.orders().get(order).pinnedTo() == null ? 1 : 0);
    new Improvement(schedule, new SplittableRandom(problem.seed())).settle(UNTIL_SETTLED);
    return new Conclusion(schedule).plan(plan.iterations());
  }

  /// Whatever nobody has, the soonest ready first among those of the same rank.
  private static void insertLeft(Schedule schedule, IntUnaryOperator rank) {
    Round round = schedule.round;
    var insertion = new Insertion(schedule);
    IntStream.range(0, round.orders)
        .boxed()
        .filter(order -> schedule.courierOf(order) == Schedule.NOBODY)
        .sorted(
            Comparator.<Integer>comparingInt(rank::applyAsInt)
                .thenComparingInt(order -> round.ready[order]))
        .forEach(order -> insertion.apply(order, insertion.best(order, null)));
  }

  /// Inserts the orders one by one, the soonest ready first, lets the trips be matched anew, then
  /// ruins and recreates.
  private static int horizon(Schedule schedule, Budget budget) {
    Round round = schedule.round;
    if (round.orders == 0) {
      return 0;
    }
    var random = new SplittableRandom(round.problem.seed());
    insertLeft(schedule, _ -> 0);
    var matching = new TripMatching(schedule, random);
    for (TripMatching.Take take : TripMatching.Take.values()) {
      matching.run(take);
    }
    var improvement = new Improvement(schedule, random);
    int wanted =
        Math.min(round.policy.maxEffort(), LEAST_EFFORT + round.policy.effort() * round.orders);
    int done = improvement.run(wanted, budget);
    matching.run(TripMatching.Take.FIRST);
    improvement.settle(SETTLING_PASSES);
    return done;
  }
}
