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
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static List<Nearby> byBruteForce(
      List<Fix> fixes, GeoPoint point, int count, Predicate<Fix> wanted) {
    return fixes.stream()
        .filter(wanted)
        .map(fix -> new Nearby(fix, point.metresTo(fix.point())))
        .sorted(
            Comparator.comparingDouble(Nearby::metres)
                .thenComparing(nearby -> nearby.fix().courierId().value()))
        .limit(count)
        .toList();
  }

  private static void assertSameAsBruteForce(List<Fix> fixes, Random random) {
    var index = new FleetIndex(Duration.ofMinutes(2));
    fixes.forEach(fix -> assertThat(index.update(fix)).isTrue());
    for (int round = 0; round < 100; round++) {
      GeoPoint point = fixes.get(random.nextInt(fixes.size())).point();
      int count = 1 + random.nextInt(12);
      int one = random.nextInt(3);
      Predicate<Fix> wanted = fix -> one == 0 || fix.courierId().value().length() % 2 == one % 2;
      assertThat(index.nearest(point, count, 90, wanted))
          .isEqualTo(byBruteForce(fixes, point, count, wanted));
    }
  }

  /// Towns here and there: by the equator, in the north, at the date line, by the pole, and where
  /// two of H3's twelve pentagons are.
  @ParameterizedTest
  @CsvSource({
    "-6.2, 106.8",
    "43.73, 7.42",
    "64.1, -21.9",
    "-16.8, 179.99",
    "89.9, 20",
    "10.447345, 58.157706",
    "2.300882, -5.245390"
  })
  void findsTheSameNearestCouriersAsBruteForce(double latitude, double longitude) {
    for (double degrees : new double[] {0.005, 0.08, 0.2}) {
      var random = new Random(7);
      var fixes = new ArrayList<Fix>();
      for (int i = 0; i < 400; i++) {
        double east = (random.nextDouble() - 0.5) * degrees / Math.cos(Math.toRadians(latitude));
        double lng = Math.IEEEremainder(longitude + east, 360);
        double lat = Math.min(90, latitude + (random.nextDouble() - 0.5) * degrees);
        fixes.add(fix("c" + i, new GeoPoint(lat, lng), 1, NOON));
      }
      assertSameAsBruteForce(fixes, random);
    }
  }

  @Test
  void aFewCouriersAreFoundAsByBruteForce() {
    var random = new Random(5);
    var fixes = new ArrayList<Fix>();
    for (int i = 0; i < 15; i++) {
      fixes.add(fix("c" + i, near(random, 0.1), 1, NOON));
    }
    assertSameAsBruteForce(fixes, random);
  }

  @Test
  void equallyNearCouriersAreOrderedByTheirIdsAsByBruteForce() {
    var random = new Random(3);
    var fixes = new ArrayList<Fix>();
    for (int i = 0; i < 400; i++) {
      double north = (random.nextInt(13) - 6) * 0.001;
      double east = (random.nextInt(13) - 6) * 0.001;
      fixes.add(
          fix(
              "c" + i,
              new GeoPoint(CENTRE.latitude() + north, CENTRE.longitude() + east),
              1,
              NOON));
    }
    assertSameAsBruteForce(fixes, random);
  }

  @Test
  void afterManyMovesTheSameAreFoundAsByBruteForce() {
    var random = new Random(9);
    var last = new HashMap<CourierId, Fix>();
    for (int i = 0; i < 5_000; i++) {
      Fix fix = fix("c" + random.nextInt(200), near(random, 0.04), i, NOON);
      assertThat(fleet.update(fix)).isTrue();
      var _ = last.put(fix.courierId(), fix);
      if (i % 10 == 0) {
        var gone = new CourierId("c" + random.nextInt(200));
        fleet.remove(gone);
        var _ = last.remove(gone);
      }
      if (i % 50 == 0) {
        GeoPoint point = near(random, 0.04);
        assertThat(fleet.nearest(point, 9, 40, _ -> true))
            .isEqualTo(byBruteForce(List.copyOf(last.values()), point, 9, _ -> true));
      }
    }
  }

  @Test
  void whoeverIsBeyondTheRingsIsNotFound() {
    var near = new GeoPoint(CENTRE.latitude() + 0.004, CENTRE.longitude());
    var far = new GeoPoint(CENTRE.latitude() + 0.012, CENTRE.longitude());
    assertThat(fleet.update(fix("near", near, 1, NOON))).isTrue();
    assertThat(fleet.update(fix("far", far, 1, NOON))).isTrue();
    assertThat(fleet.nearest(CENTRE, 5, 2, _ -> true))
        .extracting(n -> n.fix().courierId().value())
        .containsExactly("near");
    assertThat(fleet.nearest(CENTRE, 5, 6, _ -> true)).hasSize(2);
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
  void manyThreadsLeaveOneEntryPerCourierAndHideNobodyWhoStandsStill() {
    Fix still = fix("still", CENTRE, 1, NOON);
    assertThat(fleet.update(still)).isTrue();
    IntStream.range(0, 8)
        .parallel()
        .forEach(thread -> {
          var random = new Random(thread);
          for (int i = 0; i < 2_000; i++) {
            var _ = fleet.update(fix("c" + i % 50, near(random, 0.05), i, NOON));
            assertThat(fleet.nearest(CENTRE, 1, 3, _ -> true))
                .containsExactly(new Nearby(still, 0));
            assertThat(fleet.nearest(CENTRE, 30, 40, _ -> true))
                .extracting(n -> n.fix().courierId())
                .doesNotHaveDuplicates();
          }
        });
    assertThat(fleet.size()).isEqualTo(51);
    assertThat(fleet.nearest(CENTRE, 1_000, 40, _ -> true))
        .extracting(n -> n.fix().courierId())
        .doesNotHaveDuplicates()
        .hasSize(51);
  }
}
