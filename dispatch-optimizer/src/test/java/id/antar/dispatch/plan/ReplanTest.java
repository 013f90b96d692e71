package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplanTest {

  @Test
  void aRecordedProblemGivesTheRecordedPlanByteForByte() {
    var random = new Random(42);
    for (int round = 0; round < 200; round++) {
      DispatchProblem problem = LineTown.of(randomTown(random)).withSeed(round).problem();
      String json = PlanJson.write(problem);
      assertThat(PlanJson.readProblem(json)).isEqualTo(problem);
      assertThat(PlanJson.write(PlanJson.readProblem(json))).isEqualTo(json);
      String plan = PlanJson.write(DispatchPlanner.plan(problem));
      assertThat(PlanJson.replan(json)).isEqualTo(plan);
      assertThat(PlanJson.write(PlanJson.readPlan(plan))).isEqualTo(plan);
    }
  }

  @Test
  void everyOrderIsInExactlyOneBundleAndEveryCourierInAtMostOneChoice() {
    var random = new Random(43);
    for (int round = 0; round < 200; round++) {
      DispatchProblem problem = LineTown.of(randomTown(random)).problem();
      DispatchPlan plan = DispatchPlanner.plan(problem);
      assertThat(plan.bundles().stream().flatMap(bundle -> bundle.orders().stream()))
          .containsExactlyInAnyOrderElementsOf(
              problem.orders().stream().map(DispatchProblem.OpenOrder::order).toList());
      assertThat(
              plan.chosen().stream()
                  .map(b -> java.util.Objects.requireNonNull(b.choice()).courier()))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void theOrderInWhichCouriersAreListedDoesNotMatter() {
    List<String> couriers =
        new ArrayList<>(List.of("courier ada at 200", "courier bob at 400", "courier cy at 300"));
    String orders =
        """
        order a from noodles at 300 to 900 ready 0
        order b from pizza at 300 to 900 ready 0
        order c from tacos at 300 to 900 ready 0
        """;
    String told = LineTown.of(String.join("\n", couriers) + "\n" + orders).told();
    for (int round = 0; round < 6; round++) {
      Collections.rotate(couriers, 1);
      assertThat(LineTown.of(String.join("\n", couriers) + "\n" + orders).told()).isEqualTo(told);
    }
  }

  @Test
  void numbersAreWholeAndTheTextIsCompact() {
    String json =
        PlanJson.write(LineTown.of("courier ada at 100\norder a at 300 to 900 ready 0").plan());
    assertThat(json)
        .isEqualTo(
            "{\"planner\":\"1\",\"policy\":\"standard-1\",\"terms\":[\"travel\",\"courierWaiting\","
                + "\"foodWaiting\",\"delivery\",\"lateness\"],\"bundles\":[{\"orders\":[\"a\"],"
                + "\"outcome\":\"CHOSEN\",\"nobodyCost\":20000,\"candidates\":[{\"courier\":\"ada\","
                + "\"verdict\":\"ELIGIBLE\",\"cost\":[200,0,400,660,0]}],\"choice\":{\"courier\":"
                + "\"ada\",\"cost\":1260,\"stops\":[{\"kind\":\"PICKUP\",\"order\":\"a\",\"eta\":200},"
                + "{\"kind\":\"DROPOFF\",\"order\":\"a\",\"eta\":860}]}}]}");
  }

  private static String randomTown(Random random) {
    var text = new StringBuilder();
    int couriers = random.nextInt(8);
    for (int i = 0; i < couriers; i++) {
      text.append(
          "courier c%d at %d capacity %d vehicle %s\n"
              .formatted(
                  i,
                  random.nextInt(2000),
                  1 + random.nextInt(3),
                  random.nextBoolean() ? "scooter" : "bicycle"));
    }
    for (int i = 0; i < random.nextInt(10); i++) {
      int merchant = random.nextInt(3);
      text.append(
          "order o%d from m%d at %d to %d ready %d placed %d"
              .formatted(
                  i,
                  merchant,
                  500 * merchant,
                  random.nextInt(2000),
                  random.nextInt(900) - 300,
                  -random.nextInt(3000)));
      if (couriers > 0 && random.nextInt(4) == 0) {
        text.append(" declined c%d %d".formatted(random.nextInt(couriers), -random.nextInt(400)));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
