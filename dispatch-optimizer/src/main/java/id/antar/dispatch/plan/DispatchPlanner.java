package id.antar.dispatch.plan;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Decides one round: plans ahead for every open order and every courier, then says what has to be
/// offered now. Pure: the same problem with the same number of iterations gives the same plan on
/// any machine. `package.md` beside it describes it.
public final class DispatchPlanner {

  /// Raised with every change that may change a plan.
  public static final String VERSION = "2";

  private static final int LEAST_EFFORT = 20;
  private static final int SETTLING_PASSES = 3;

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

  /// Inserts the orders one by one, the soonest ready first, lets the trips be matched anew, then
  /// ruins and recreates.
  private static int horizon(Schedule schedule, Budget budget) {
    Round round = schedule.round;
    if (round.orders == 0) {
      return 0;
    }
    var random = new SplittableRandom(round.problem.seed());
    var insertion = new Insertion(schedule);
    IntStream.range(0, round.orders)
        .boxed()
        .filter(order -> schedule.courierOf(order) == Schedule.NOBODY)
        .sorted(Comparator.comparingInt(order -> round.ready[order]))
        .forEach(order -> insertion.apply(order, insertion.best(order, null)));
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
