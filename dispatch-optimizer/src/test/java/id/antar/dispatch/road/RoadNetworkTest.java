package id.antar.dispatch.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.road.RoadQuery.Street;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Drives on the real streets of Monaco.
class RoadNetworkTest {

  private static final Path MAP =
      Path.of(System.getProperty("antar.test.map", "target/maps/monaco-latest.osm.pbf"));
  private static final GeoPoint CASINO = new GeoPoint(43.7393, 7.4278);
  private static final GeoPoint STATION = new GeoPoint(43.7386, 7.4195);
  private static final GeoPoint FONTVIEILLE = new GeoPoint(43.7283, 7.4150);

  @TempDir static Path work;

  private static RoadNetwork road;

  @BeforeAll
  static void openTheMap() {
    road = RoadNetwork.open(MAP, work);
  }

  @AfterAll
  static void closeTheMap() {
    road.close();
  }

  @Test
  void waysTakeMinutesAndABicycleTakesLongerThanAScooter() {
    for (GeoPoint to : List.of(STATION, FONTVIEILLE)) {
      int scooter = road.seconds(CASINO, to, Vehicle.SCOOTER).orElseThrow();
      int bicycle = road.seconds(CASINO, to, Vehicle.BICYCLE).orElseThrow();
      assertThat(scooter).isBetween(30, 1200);
      assertThat(bicycle).isBetween(30, 3600);
    }
    assertThat(road.seconds(CASINO, CASINO, Vehicle.SCOOTER)).hasValue(0);
  }

  @Test
  void theMemoryChangesNoAnswerAndNeitherDoManyThreads() {
    OptionalInt first = road.seconds(CASINO, FONTVIEILLE, Vehicle.SCOOTER);
    IntStream.range(0, 200)
        .parallel()
        .forEach(i -> {
          var from = new GeoPoint(CASINO.latitude() - (i % 20) * 1e-4, CASINO.longitude());
          assertThat(road.seconds(from, FONTVIEILLE, Vehicle.SCOOTER)).isPresent();
          assertThat(road.seconds(CASINO, FONTVIEILLE, Vehicle.SCOOTER)).isEqualTo(first);
        });
  }

  @Test
  void aRouteHasTheSecondsOfItsLegAndFollowsTheStreets() {
    var route = road.route(CASINO, FONTVIEILLE, Vehicle.SCOOTER).orElseThrow();
    assertThat((int) Math.round(route.durationSeconds()))
        .isEqualTo(road.seconds(CASINO, FONTVIEILLE, Vehicle.SCOOTER).orElseThrow());
    assertThat(route.distanceMetres()).isGreaterThan(CASINO.metresTo(FONTVIEILLE) * 0.9);
    assertThat(route.points()).hasSizeGreaterThan(10);
    assertThat(route.points().getFirst().metresTo(CASINO)).isLessThan(100);
    assertThat(route.points().getLast().metresTo(FONTVIEILLE)).isLessThan(100);
  }

  @Test
  void aPointInTownIsCoveredAndOneAtSeaOrAbroadIsNot() {
    var town = road.locate(CASINO);
    assertThat(town.covered()).isTrue();
    assertThat(town.distanceMetres()).isLessThan(100);
    assertThat(town.snapped().metresTo(CASINO)).isLessThan(100);
    assertThat(road.locate(new GeoPoint(43.70, 7.46)).covered()).isFalse();
    assertThat(road.locate(new GeoPoint(-6.2, 106.8)).covered()).isFalse();
    assertThat(road.seconds(CASINO, new GeoPoint(-6.2, 106.8), Vehicle.SCOOTER)).isEmpty();
    assertThat(road.route(CASINO, new GeoPoint(-6.2, 106.8), Vehicle.SCOOTER)).isEmpty();
  }

  @Test
  void everyCoveredPointCanBeReached() {
    for (int i = 0; i < 100; i++) {
      var point = new GeoPoint(43.725 + (i % 10) * 0.0027, 7.409 + (i / 10) * 0.0031);
      var located = road.locate(point);
      if (located.covered()) {
        for (Vehicle vehicle : Vehicle.values()) {
          assertThat(road.seconds(CASINO, point, vehicle))
              .as("to %s by %s", point, vehicle)
              .isPresent();
          assertThat(road.seconds(point, CASINO, vehicle))
              .as("from %s by %s", point, vehicle)
              .isPresent();
        }
      }
    }
  }

  @Test
  void theMapTellsItsVersionBoundsAndWhoMadeIt() {
    var map = road.describe();
    assertThat(map.mapVersion()).matches("[0-9a-f]{16}").isEqualTo(road.version());
    assertThat(map.attribution()).contains("OpenStreetMap");
    assertThat(map.southWest().latitude()).isLessThan(CASINO.latitude());
    assertThat(map.northEast().longitude()).isGreaterThan(CASINO.longitude());
    assertThat(map.vehicles()).containsExactly(Vehicle.values());
  }

  @Test
  void aWindowShowsItsStreetsEachOnceAndToAMetre() {
    List<Street> streets = streets(0.004, false, 5_000).orElseThrow();

    assertThat(streets).hasSizeBetween(50, 2_000).doesNotHaveDuplicates();
    assertThat(streets).anyMatch(Street::major).anyMatch(street -> !street.major());
    assertThat(streets)
        .allSatisfy(street -> {
          assertThat(street.line()).hasSizeGreaterThanOrEqualTo(2);
          assertThat(street.line()).allMatch(point -> point.equals(RoadNetwork.rounded(point)));
        });
    assertThat(streets(0.002, false, 5_000).orElseThrow())
        .isNotEmpty()
        .isSubsetOf(streets)
        .hasSizeLessThan(streets.size());
  }

  @Test
  void aWindowCanShowItsMajorStreetsOnlyAndNothingWhereThereAreTooMany() {
    List<Street> streets = streets(0.004, false, 5_000).orElseThrow();
    List<Street> major = streets(0.004, true, 5_000).orElseThrow();

    assertThat(major).containsExactlyElementsOf(streets.stream().filter(Street::major).toList());
    assertThat(streets(0.004, false, streets.size())).contains(streets);
    assertThat(streets(0.004, false, streets.size() - 1)).isEmpty();
    assertThat(
            road.streets(new GeoPoint(-6.3, 106.8), new GeoPoint(-6.2, 106.9), false, 5_000)
                .orElseThrow())
        .isEmpty();
  }

  @Test
  void manyThreadsSeeTheSameStreets() {
    List<Street> streets = streets(0.004, false, 5_000).orElseThrow();
    IntStream.range(0, 50)
        .parallel()
        .forEach(_ -> assertThat(streets(0.004, false, 5_000)).contains(streets));
  }

  private static Optional<List<Street>> streets(double reach, boolean majorOnly, int most) {
    return road.streets(
        new GeoPoint(CASINO.latitude() - reach, CASINO.longitude() - reach),
        new GeoPoint(CASINO.latitude() + reach, CASINO.longitude() + reach),
        majorOnly,
        most);
  }

  @Test
  void whatAKilledImportLeftIsRemovedAndADamagedGraphIsBuiltAnew(@TempDir Path other)
      throws IOException {
    Path half = Files.createDirectories(other.resolve(road.version() + ".unfinished-1"));
    Files.writeString(half.resolve("nodes"), "half");
    Path damaged = Files.createDirectories(other.resolve(road.version()));
    Files.writeString(damaged.resolve("properties"), "not a graph");
    try (var again = RoadNetwork.open(MAP, other)) {
      assertThat(again.version()).isEqualTo(road.version());
      assertThat(again.seconds(CASINO, FONTVIEILLE, Vehicle.SCOOTER))
          .isEqualTo(road.seconds(CASINO, FONTVIEILLE, Vehicle.SCOOTER));
    }
    try (Stream<Path> left = Files.list(other)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(road.version(), "import.lock");
    }
    try (var prepared = RoadNetwork.open(MAP, other)) {
      assertThat(prepared.seconds(CASINO, STATION, Vehicle.BICYCLE))
          .isEqualTo(road.seconds(CASINO, STATION, Vehicle.BICYCLE));
    }
  }

  @Test
  void aMissingOrBrokenMapFileIsSaidWithAdvice(@TempDir Path other) throws IOException {
    assertThatThrownBy(() -> RoadNetwork.open(other.resolve("nowhere.osm.pbf"), other))
        .isInstanceOf(MapUnusable.class)
        .hasMessageContaining("nowhere.osm.pbf")
        .hasMessageContaining("Maybe");
    Path half = other.resolve("half.osm.pbf");
    byte[] whole = Files.readAllBytes(MAP);
    Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));
    Path text = Files.writeString(other.resolve("text.osm"), "This is no map.");
    for (Path broken : List.of(half, text)) {
      assertThatThrownBy(() -> RoadNetwork.open(broken, other.resolve("work")))
          .isInstanceOf(MapUnusable.class)
          .hasMessageContaining(broken.getFileName().toString())
          .hasMessageContaining("Maybe");
    }
  }
}
