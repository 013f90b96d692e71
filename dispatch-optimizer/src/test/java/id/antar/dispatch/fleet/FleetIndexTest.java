package id.antar.dispatch.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import id.antar.dispatch.fleet.FleetIndex.Nearby;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FleetIndexTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final GeoPoint CENTRE = new GeoPoint(-6.2, 106.8);
  private static final CourierId ADA = new CourierId("ada");

  private final FleetIndex fleet = new FleetIndex(Duration.ofMinutes(2));

  private static Fix fix(String id, GeoPoint point, long sequence, Instant at) {
    return new Fix(new CourierId(id), point, sequence, at);
  }

  private static GeoPoint near(Random random, double degrees) {
    return new GeoPoint(
        CENTRE.latitude() + (random.nextDouble() - 0.5) * degrees,
        CENTRE.longitude() + (random.nextDouble() - 0.5) * degrees);
  }

  @Test
  void findsTheSameNearestCouriersAsBruteForce() {
    for (GeoPoint town : List.of(CENTRE, new GeoPoint(43.73, 7.42), new GeoPoint(64.1, -21.9))) {
      var random = new Random(7);
      var index = new FleetIndex(Duration.ofMinutes(2));
      var fixes = new ArrayList<Fix>();
      for (int i = 0; i < 400; i++) {
        var point =
            new GeoPoint(
                town.latitude() + (random.nextDouble() - 0.5) * 0.08,
                town.longitude() + (random.nextDouble() - 0.5) * 0.08);
        fixes.add(fix("c" + i, point, 1, NOON));
        assertThat(index.update(fixes.getLast())).isTrue();
      }
      for (int round = 0; round < 100; round++) {
        Fix around = fixes.get(random.nextInt(fixes.size()));
        int parity = random.nextInt(2);
        List<Nearby> brute =
            fixes.stream()
                .filter(f -> f.courierId().value().length() % 2 == parity)
                .map(f -> new Nearby(f, around.point().metresTo(f.point())))
                .sorted(
                    Comparator.comparingDouble(Nearby::metres)
                        .thenComparing(n -> n.fix().courierId().value()))
                .limit(7)
                .toList();
        assertThat(
                index.nearest(
                    around.point(), 7, 60, f -> f.courierId().value().length() % 2 == parity))
            .isEqualTo(brute);
      }
    }
  }

  @Test
  void aMovedCourierIsFoundWhereItIsNow() {
    var there = new GeoPoint(-6.25, 106.85);
    assertThat(fleet.update(fix("ada", CENTRE, 1, NOON))).isTrue();
    assertThat(fleet.update(fix("ada", there, 2, NOON.plusSeconds(5)))).isTrue();
    assertThat(fleet.nearest(CENTRE, 5, 2, _ -> true)).isEmpty();
    assertThat(fleet.nearest(there, 5, 2, _ -> true)).hasSize(1);
    assertThat(fleet.size()).isEqualTo(1);
  }

  @Test
  void aFixThatComesLateIsNotTaken() {
    assertThat(fleet.update(fix("ada", CENTRE, 5, NOON))).isTrue();
    assertThat(fleet.update(fix("ada", new GeoPoint(-6.3, 106.9), 4, NOON.plusSeconds(1))))
        .isFalse();
    assertThat(fleet.find(ADA)).map(Fix::point).contains(CENTRE);
  }

  @Test
  void afterASilenceThePhoneMayCountAnew() {
    assertThat(fleet.update(fix("ada", CENTRE, 500, NOON))).isTrue();
    assertThat(fleet.update(fix("ada", CENTRE, 1, NOON.plusSeconds(121)))).isTrue();
  }

  @Test
  void aRemovedCourierIsNotFound() {
    assertThat(fleet.update(fix("ada", CENTRE, 1, NOON))).isTrue();
    fleet.remove(ADA);
    fleet.remove(ADA);
    assertThat(fleet.nearest(CENTRE, 5, 5, _ -> true)).isEmpty();
    assertThat(fleet.find(ADA)).isEmpty();
  }

  @Test
  void aFixAgesWithTheClock() {
    Fix fix = fix("ada", CENTRE, 1, NOON);
    assertThat(fix.isOlderThan(Duration.ofMinutes(2), NOON.plusSeconds(120))).isFalse();
    assertThat(fix.isOlderThan(Duration.ofMinutes(2), NOON.plusSeconds(121))).isTrue();
  }

  @Test
  void manyThreadsLeaveOneEntryPerCourier() {
    IntStream.range(0, 8)
        .parallel()
        .forEach(thread -> {
          var random = new Random(thread);
          for (int i = 0; i < 2_000; i++) {
            var _ = fleet.update(fix("c" + i % 50, near(random, 0.05), i, NOON));
            var _ = fleet.nearest(CENTRE, 3, 3, _ -> true);
          }
        });
    assertThat(fleet.size()).isEqualTo(50);
    assertThat(fleet.nearest(CENTRE, 1_000, 40, _ -> true))
        .extracting(n -> n.fix().courierId())
        .doesNotHaveDuplicates()
        .hasSize(50);
  }
}
