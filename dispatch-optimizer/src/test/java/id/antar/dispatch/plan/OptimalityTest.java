package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// The whole planner beside all plans that there are, for four orders and three couriers.
class OptimalityTest {

  private static final int TOWNS = 60;
  private static final double WORST = 1.03;
  private static final double MEAN = 1.003;

  private record Gap(double mean, double worst) {}

  private static String town(Random random, String policy) {
    var text = new StringBuilder("policy " + policy + "\ncentre at 1000\n");
    for (int i = 0; i < 3; i++) {
      text.append("courier c%d at %d\n".formatted(i, random.nextInt(2000)));
    }
    for (int i = 0; i < 4; i++) {
      int merchant = random.nextInt(2);
      text.append(
          "order o%d from m%d at %d to %d ready %d placed %d\n"
              .formatted(
                  i,
                  merchant,
                  600 + 800 * merchant,
                  random.nextInt(2000),
                  random.nextInt(900),
                  -random.nextInt(1800)));
    }
    return text.toString();
  }

  private static Gap gap(String policy, String planner) {
    var random = new Random(2018);
    double sum = 0;
    double worst = 0;
    for (int i = 0; i < TOWNS; i++) {
      String town = town(random, policy);
      var round = new Round(LineTown.of(town).problem());
      DispatchPlan plan = LineTown.of(town.replace(policy, planner)).plan();
      double gap = (double) Plans.cost(round, plan) / BruteForce.leastCost(round);
      assertThat(gap).isGreaterThanOrEqualTo(1);
      sum += gap;
      worst = Math.max(worst, gap);
    }
    return new Gap(sum / TOWNS, worst);
  }

  @Test
  void withSingleTripsNoPlanIsThreePerCentDearerThanTheBest() {
    Gap gap = gap("maxBundle 1", "maxBundle 1");
    assertThat(gap.worst()).isLessThan(WORST);
    assertThat(gap.mean()).isLessThan(MEAN);
  }

  @Test
  void withBundlesNoPlanIsThreePerCentDearerThanTheBest() {
    Gap gap = gap("standard", "standard");
    assertThat(gap.worst()).isLessThan(WORST);
    assertThat(gap.mean()).isLessThan(MEAN);
  }

  @Test
  void theTownsAreHardEnoughThatThePlainWaysMissTheBound() {
    assertThat(gap("standard", "greedy").mean()).isGreaterThan(WORST);
    assertThat(gap("standard", "matching").mean()).isGreaterThan(WORST);
  }
}
