package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.dispatch.plan.DispatchPlan.OrderDecision;
import id.antar.dispatch.plan.DispatchPlan.PlannedTrip;
import id.antar.dispatch.plan.DispatchProblem.Heading;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanJsonTest {

  private static final LineTown TOWN =
      LineTown.of(
          """
          courier ada at 100
          order a at 300 to 900 ready 0
          """);

  @Test
  void aRecordedProblemGivesTheRecordedPlanByteForByte() {
    var random = new Random(42);
    for (int round = 0; round < 200; round++) {
      DispatchProblem problem = LineTown.random(random).withSeed(round).problem();
      String json = PlanJson.write(problem);
      assertThat(PlanJson.readProblem(json)).isEqualTo(problem);
      assertThat(PlanJson.write(PlanJson.readProblem(json))).isEqualTo(json);
      DispatchPlan plan = DispatchPlanner.plan(problem);
      assertThat(PlanJson.replan(json, plan.iterations())).isEqualTo(PlanJson.write(plan));
      assertThat(PlanJson.readPlan(PlanJson.write(plan))).isEqualTo(plan);
    }
  }

  @Test
  void aRoundThatRanOutOfTimeIsPlannedAgainWithAsManyIterations() {
    var random = new Random(43);
    int stopped = 0;
    for (int round = 0; round < 100; round++) {
      DispatchProblem problem = LineTown.random(random).withSeed(round).problem();
      var asked = new AtomicInteger();
      DispatchPlan plan =
          DispatchPlanner.plan(problem, Budget.until(() -> asked.incrementAndGet() > 2));
      if (problem.orders().size() > 3) {
        assertThat(plan.iterations()).isEqualTo(32);
        stopped++;
      }
      assertThat(PlanJson.replan(PlanJson.write(problem), plan.iterations()))
          .isEqualTo(PlanJson.write(plan));
    }
    assertThat(stopped).isPositive();
  }

  @Test
  void aRoundWithoutAnyTimeStillHasAPlan() {
    DispatchPlan plan = DispatchPlanner.plan(TOWN.problem(), Budget.until(() -> true));
    assertThat(plan.iterations()).isZero();
    assertThat(plan.offers()).hasSize(1);
  }

  @Test
  void everyOrderIsDecidedOnceAndOnTheTripThatTheDecisionNames() {
    var random = new Random(44);
    for (int round = 0; round < 200; round++) {
      DispatchPlan plan = LineTown.random(random).plan();
      assertThat(plan.orders())
          .extracting(OrderDecision::order)
          .containsExactlyElementsOf(IntStream.range(0, plan.orders().size()).boxed().toList());
      for (OrderDecision decision : plan.orders()) {
        List<Integer> carriers =
            plan.couriers().stream()
                .flatMap(courier ->
                    courier.trips().stream()
                        .map(PlannedTrip::orders)
                        .flatMap(List::stream)
                        .filter(order -> order == decision.order())
                        .map(_ -> courier.courier()))
                .toList();
        assertThat(carriers)
            .isEqualTo(
                decision.outcome().hasCourier()
                    ? List.of(Objects.requireNonNull(decision.courier()))
                    : List.of());
      }
    }
  }

  @Test
  void numbersAreWholeAndTheTextIsCompact() {
    assertThat(PlanJson.write(TOWN.plan()))
        .isEqualTo(
            "{\"planner\":\"2\",\"policy\":\"standard-2\",\"iterations\":24,\"load\":100,\"terms\":["
                + "\"delivery\",\"lateness\",\"freshness\",\"courierWaiting\",\"distance\","
                + "\"courierTime\",\"position\",\"fairness\",\"pay\"],"
                + "\"couriers\":[[0,[[\"OFFER\",[0],0,[0],[200],260,[920]]]]],"
                + "\"orders\":[[0,\"OFFERED\",0,133040,null,null,null,"
                + "[[0,\"ELIGIBLE\",[98000,0,1440,0,2400,31200,0,0,0],260,920]]]]}");
  }

  @Test
  void whatWasRecordedBeforeOrdersWereTakenOffIsRead() {
    String json = PlanJson.write(TOWN.problem());
    var before = PlanJson.readProblem(json.replace("28800,0,null]", "28800,0,[0,-60,0,[0]]]"));
    assertThat(before.couriers().getFirst().heading())
        .isEqualTo(new Heading(0, -60, 0, List.of(0)));
  }

  @Test
  void packedTextIsSmallerAndUnpacksToItself() {
    String json = PlanJson.write(LineTown.random(new Random(1)).problem());
    assertThat(PlanJson.pack(json)).hasSizeLessThan(json.length()).matches("[A-Za-z0-9+/]+");
    assertThat(PlanJson.unpack(PlanJson.pack(json))).isEqualTo(json);
    assertThat(PlanJson.unpack(json)).isEqualTo(json);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[[\"a\",\"noodles\",0,1 | [[\"a\",\"noodles\",0,3     | place 3 of 3",
        "[[\"a\",\"noodles\",0,1 | [[\"a\",\"noodles\",-1,1    | place -1 of 3",
        "null,[0],[]             | null,[1],[]                 | candidate 1 of 1",
        "null,[0],[]             | 1,[0],[]                    | pinned courier 1 of 1",
        "null,[0],[]             | null,[0],[[1,-10]]          | courier 1 of 1",
        "28800,0,null]           | 28800,0,[0,-60,0,[1]]]      | order 1 of 1",
        "28800,0,null]           | 28800,0,[0,-60,0,[0],[1]]]  | order 1 of 1",
        "28800,0,null]           | 28800,0,[3,-60,0,[0]]]      | place 3 of 3",
        "28800,0,null]           | 28800,0,[0,-60,0,[]]]       | without an order"
      })
  void aProblemThatNamesWhatIsNotThereIsRefused(String right, String wrong, String message) {
    String json = PlanJson.write(TOWN.problem());
    assertThat(json).contains(right);
    assertThatThrownBy(() -> PlanJson.readProblem(json.replace(right, wrong)))
        .hasMessageContaining(message);
  }
}
