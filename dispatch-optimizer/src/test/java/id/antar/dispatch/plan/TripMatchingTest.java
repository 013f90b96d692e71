package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TripMatchingTest {

  @Test
  void thePlanNeverGetsWorseAndOftenBetter() {
    var random = new Random(1987);
    int better = 0;
    for (int i = 0; i < 300; i++) {
      var schedule = new Schedule(new Round(LineTown.random(random).problem()));
      fill(schedule, random);
      var matching = new TripMatching(schedule, new SplittableRandom(i));
      for (TripMatching.Take take : TripMatching.Take.values()) {
        long before = schedule.total();
        matching.run(take);
        assertThat(schedule.total()).isLessThanOrEqualTo(before);
        assertThat(schedule.total()).isEqualTo(countedAgain(schedule));
        better += schedule.total() < before ? 1 : 0;
      }
    }
    assertThat(better).isGreaterThan(30);
  }

  @Test
  void threeWhoEachHaveTheNextOnesOrderAreAllPutRightAtOnce() {
    var round =
        new Round(
            LineTown.of(
                    """
                    courier ada at 0
                    courier bob at 1000
                    courier cy at 2000
                    order a from noodles at 0 to 100 ready 0
                    order b from pizza at 1000 to 1100 ready 0
                    order c from tacos at 2000 to 2100 ready 0
                    """)
                .problem());
    var schedule = new Schedule(round);
    for (int order = 0; order < 3; order++) {
      int courier = (order + 1) % 3;
      Trip[] trips = {Trip.of(order)};
      schedule.put(order, courier, trips, schedule.costing.of(courier, trips));
    }
    new TripMatching(schedule, new SplittableRandom(1)).run(TripMatching.Take.FIRST);
    assertThat(IntStream.range(0, 3).map(schedule::courierOf)).containsExactly(0, 1, 2);
  }

  /// Orders with chance couriers, by chance left alone.
  private static void fill(Schedule schedule, Random random) {
    Round round = schedule.round;
    var insertion = new Insertion(schedule);
    List<Integer> orders =
        new ArrayList<>(
            IntStream.range(0, round.orders)
                .filter(order -> schedule.courierOf(order) == Schedule.NOBODY)
                .boxed()
                .toList());
    Collections.shuffle(orders, random);
    for (int order : orders) {
      int[] couriers = round.couriersFor(order);
      if (couriers.length > 0 && random.nextInt(5) != 0) {
        int courier = couriers[random.nextInt(couriers.length)];
        insertion.apply(order, insertion.best(order, courier, Costing.IMPOSSIBLE / 2));
      }
    }
  }

  private static long countedAgain(Schedule schedule) {
    long total = 0;
    for (int courier = 0; courier < schedule.round.couriers; courier++) {
      total += schedule.costing.of(courier, schedule.route(courier).trips());
    }
    for (int order = 0; order < schedule.round.orders; order++) {
      total += schedule.courierOf(order) == Schedule.NOBODY ? schedule.unassigned() : 0;
    }
    return total;
  }
}
