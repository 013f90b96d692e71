package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.dispatch.plan.DispatchPlan.OrderDecision;
import id.antar.dispatch.plan.DispatchPlan.Verdict;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A plan that is gone on with, before and after an order is fixed to somebody.
class A09_MovedTest {

  private static final int TOWNS = 12;

  /// A full town: forty orders of six merchants for fifteen couriers, some of them under way.
  private static LineTown town(Random random) {
    var text = new StringBuilder("centre at 1000\n");
    for (int i = 0; i < 15; i++) {
      text.append(
          "courier c%d at %d free %d carried %d"
              .formatted(
                  i, random.nextInt(2000), random.nextInt(3) == 0 ? random.nextInt(600) : 0, i));
      text.append(i < 3 ? " heading o%d departed -60 arrival 240\n".formatted(i) : "\n");
    }
    for (int i = 0; i < 40; i++) {
      int merchant = random.nextInt(6);
      text.append(
          "order o%d from m%d at %d to %d ready %d placed %d\n"
              .formatted(
                  i,
                  merchant,
                  300 * merchant,
                  random.nextInt(2000),
                  random.nextInt(1500) - 300,
                  -100 - random.nextInt(1500)));
    }
    return LineTown.of(text.toString());
  }

  private static DispatchProblem pinned(DispatchProblem problem, int order, int courier) {
    var orders = new ArrayList<>(problem.orders());
    OpenOrder o = orders.get(order);
    orders.set(
        order,
        new OpenOrder(
            o.order(),
            o.merchant(),
            o.pickup(),
            o.dropoff(),
            o.placed(),
            o.ready(),
            o.pickupService(),
            o.dropoffService(),
            courier,
            o.candidates(),
            o.declines()));
    return new DispatchProblem(
        problem.zone(),
        problem.now(),
        problem.seed(),
        problem.policy(),
        problem.onDuty(),
        orders,
        problem.couriers(),
        problem.remoteness(),
        problem.travel());
  }

  private static DispatchPlan settled(DispatchProblem problem) {
    return DispatchPlanner.resume(problem, problem, DispatchPlanner.plan(problem));
  }

  /// Orders that differ in who carries them or when they are at the door.
  private static long differing(DispatchPlan one, DispatchPlan other) {
    return IntStream.range(0, one.orders().size())
        .filter(order -> !fate(one, order).equals(fate(other, order)))
        .count();
  }

  private static List<Object> fate(DispatchPlan plan, int order) {
    return plan.couriers().stream()
        .flatMap(courier ->
            courier.trips().stream()
                .filter(trip -> trip.orders().contains(order))
                .<Object>map(trip ->
                    List.of(courier.courier(), trip.doors().get(trip.orders().indexOf(order)))))
        .toList();
  }

  @Test
  void anOrderThatIsFixedToWhoHasItAnywayChangesNothing() {
    var random = new Random(31);
    for (int i = 0; i < TOWNS; i++) {
      DispatchProblem problem = town(random).withSeed(i).problem();
      DispatchPlan before = settled(problem);
      for (OrderDecision decision : before.orders()) {
        if (decision.courier() != null) {
          var fixed = pinned(problem, decision.order(), decision.courier());
          var after = DispatchPlanner.resume(fixed, problem, before);
          assertThat(after.couriers()).isEqualTo(before.couriers());
        }
      }
    }
  }

  @Test
  void itGoesToTheCourierAndNobodyElseIsForgotten() {
    var random = new Random(32);
    for (int i = 0; i < TOWNS; i++) {
      DispatchProblem problem = town(random).withSeed(i).problem();
      DispatchPlan before = settled(problem);
      int order = 3 + random.nextInt(37);
      int courier = random.nextInt(15);
      var after = DispatchPlanner.resume(pinned(problem, order, courier), problem, before);
      assertThat(after.orders().get(order).courier()).isEqualTo(courier);
      assertThat(after.orders().get(order).candidates())
          .filteredOn(candidate -> candidate.courier() != courier)
          .allMatch(candidate -> candidate.verdict() == Verdict.PINNED_TO_ANOTHER);
      assertThat(IntStream.range(0, 40)).allMatch(each -> fate(after, each).size() == 1);
    }
  }

  @Test
  void fewerOrdersDifferThanBetweenTwoPlansThatWereMadeAnew() {
    var random = new Random(33);
    long goneOn = 0;
    long anew = 0;
    for (int i = 0; i < TOWNS; i++) {
      DispatchProblem problem = town(random).withSeed(i).problem();
      DispatchPlan before = settled(problem);
      DispatchProblem fixed = pinned(problem, 3 + random.nextInt(37), random.nextInt(15));
      goneOn += differing(before, DispatchPlanner.resume(fixed, problem, before));
      anew += differing(DispatchPlanner.plan(problem), DispatchPlanner.plan(fixed));
    }
    assertThat(goneOn).isLessThan(anew);
  }

  @Test
  void goingOnIsHardlyDearerThanPlanningAnew() {
    var random = new Random(34);
    double sum = 0;
    for (int i = 0; i < TOWNS; i++) {
      DispatchProblem problem = town(random).withSeed(i).problem();
      DispatchProblem fixed = pinned(problem, 3 + random.nextInt(37), random.nextInt(15));
      var goneOn = DispatchPlanner.resume(fixed, problem, settled(problem));
      var round = new Round(fixed);
      sum += (double) Plans.cost(round, goneOn) / Plans.cost(round, DispatchPlanner.plan(fixed));
    }
    assertThat(sum / TOWNS).isLessThan(1.03);
  }

  @Test
  void aTripUnderWayThatIsEmptiedEndsAndItsOthersFindSomebody() {
    String others =
        """
        courier bob at 900
        order a at 300 to 900 ready 0 placed -100 %s
        order b at 300 to 800 ready 0 placed -100
        """;
    DispatchProblem problem =
        LineTown.of(
                "courier ada at 200 heading a departed -60 arrival 100\n" + others.formatted(""))
            .problem();
    DispatchProblem fixed =
        LineTown.of("courier ada at 200\n" + others.formatted("pinned bob")).problem();

    DispatchPlan after = DispatchPlanner.resume(fixed, problem, settled(problem));

    assertThat(after.orders()).extracting(OrderDecision::courier).containsExactly(1, 0);
  }
}
