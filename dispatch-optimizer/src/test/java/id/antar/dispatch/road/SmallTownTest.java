package id.antar.dispatch.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many-to-many times in a drawn town: one-way streets, loops, and an island without a bridge.
class SmallTownTest {

  private static final GeoPoint ABROAD = new GeoPoint(10, 110);

  @TempDir static Path work;

  private static RoadNetwork road;

  @BeforeAll
  static void buildTheTown() throws IOException {
    road = RoadNetwork.open(SmallTown.write(work), work.resolve("graphs"));
  }

  @AfterAll
  static void close() {
    road.close();
  }

  @Test
  void timesAreThoseOfTheRouterOnBothSidesOfTheWater() {
    var random = new Random(3);
    for (Vehicle vehicle : Vehicle.values()) {
      List<GeoPoint> from = places(SmallTown.MAINLAND, 50, random);
      List<GeoPoint> to = places(SmallTown.MAINLAND, 30, random);
      assertThat(RouterComparison.of(road, vehicle, from, to)).isEqualTo(1500);
      assertThat(RouterComparison.of(road, vehicle, to, from)).isEqualTo(1500);
      List<GeoPoint> island = places(SmallTown.ISLAND, 30, random);
      assertThat(RouterComparison.of(road, vehicle, island, island)).isEqualTo(900);
      assertThat(RouterComparison.ofNeighbours(road, vehicle, from, random)).isEqualTo(100);
    }
  }

  @Test
  void oneWayStreetsMakeTheWayBackAnother() {
    var random = new Random(4);
    List<GeoPoint> places = places(SmallTown.MAINLAND, 30, random);
    TravelMatrix matrix = road.matrix(places, places, Vehicle.SCOOTER);
    long different =
        IntStream.range(0, 29)
            .filter(i -> matrix.seconds(i, i + 1) != matrix.seconds(i + 1, i))
            .count();
    assertThat(different).isGreaterThan(10);
  }

  @Test
  void theWayToTheIslandIsGuessedFromTheDistanceAndMarked() {
    var random = new Random(6);
    List<GeoPoint> mainland = places(SmallTown.MAINLAND, 5, random);
    List<GeoPoint> island = places(SmallTown.ISLAND, 5, random);
    TravelMatrix matrix = road.matrix(mainland, island, Vehicle.SCOOTER);
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        assertThat(matrix.isEstimate(i, j)).isTrue();
        double metresPerSecond = mainland.get(i).metresTo(island.get(j)) / matrix.seconds(i, j);
        assertThat(metresPerSecond).isBetween(2.0, 12.5);
      }
    }
  }

  @Test
  void aPlaceOffTheNetworkIsGuessedAndOneAbroadIsUnreachable() {
    GeoPoint town = SmallTown.somewhere(SmallTown.MAINLAND, new Random(7));
    GeoPoint atSea = new GeoPoint(-0.95, 110.02);
    TravelMatrix matrix =
        road.matrix(List.of(town, atSea), List.of(town, atSea, ABROAD), Vehicle.BICYCLE);
    assertThat(matrix.seconds(0, 0)).isZero();
    assertThat(matrix.isEstimate(0, 0)).isFalse();
    assertThat(matrix.isEstimate(0, 1)).isTrue();
    assertThat(matrix.isEstimate(1, 0)).isTrue();
    assertThat(matrix.seconds(0, 1)).isEqualTo(matrix.seconds(1, 0)).isGreaterThan(300);
    assertThat(matrix.seconds(0, 2)).isEqualTo(TravelMatrix.UNREACHABLE);
    assertThat(matrix.isEstimate(0, 2)).isFalse();
    assertThat(road.seconds(town, ABROAD, Vehicle.BICYCLE)).isEmpty();
    assertThat(road.seconds(town, atSea, Vehicle.BICYCLE)).hasValue(matrix.seconds(0, 1));
  }

  @Test
  void thePairAloneTheTurnedMatrixManyThreadsAndAnotherOpeningSayTheSame() {
    var random = new Random(8);
    List<GeoPoint> from = places(SmallTown.MAINLAND, 20, random);
    List<GeoPoint> to = places(SmallTown.MAINLAND, 35, random);
    from.addAll(places(SmallTown.ISLAND, 5, random));
    TravelMatrix matrix = road.matrix(from, to, Vehicle.SCOOTER);
    try (var again = RoadNetwork.open(work.resolve("town.osm"), work.resolve("graphs"))) {
      IntStream.range(0, from.size())
          .parallel()
          .forEach(i -> {
            TravelMatrix column = road.matrix(to, List.of(from.get(i)), Vehicle.SCOOTER);
            assertThat(column.rows()).isEqualTo(to.size());
            assertThat(column.columns()).isEqualTo(1);
            TravelMatrix row = road.matrix(List.of(from.get(i)), to, Vehicle.SCOOTER);
            for (int j = 0; j < to.size(); j++) {
              assertThat(row.seconds(0, j)).isEqualTo(matrix.seconds(i, j));
              assertThat(road.seconds(from.get(i), to.get(j), Vehicle.SCOOTER))
                  .hasValue(matrix.seconds(i, j));
              assertThat(again.seconds(from.get(i), to.get(j), Vehicle.SCOOTER))
                  .hasValue(matrix.seconds(i, j));
            }
          });
    }
  }

  @Test
  void aLegOutsideTheMatrixIsRefusedAndAnEmptyMatrixIsEmpty() {
    TravelMatrix matrix =
        road.matrix(List.of(SmallTown.MAINLAND), List.of(SmallTown.ISLAND), Vehicle.SCOOTER);
    assertThatThrownBy(() -> matrix.seconds(0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> matrix.isEstimate(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(road.matrix(List.of(), List.of(ABROAD), Vehicle.SCOOTER).rows()).isZero();
    assertThat(road.matrix(List.of(ABROAD), List.of(), Vehicle.SCOOTER).columns()).isZero();
  }

  private static List<GeoPoint> places(GeoPoint corner, int count, Random random) {
    var places = new ArrayList<GeoPoint>();
    for (int i = 0; i < count; i++) {
      places.add(SmallTown.somewhere(corner, random));
    }
    return places;
  }
}
