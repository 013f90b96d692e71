package id.antar.dispatch.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every time in a matrix is the time of GraphHopper's own route, on real maps. Monaco comes with
/// the build; `-Dantar.test.maps=FOLDER` names a folder with the others.
class TravelMatrixTest {

  private static final Path MONACO =
      Path.of(System.getProperty("antar.test.map", "target/maps/monaco-latest.osm.pbf"));
  private static final int PLACES = 40;

  @TempDir Path work;

  @Test
  void timesInMonacoAreThoseOfTheRouterToTheSecond() {
    compare(MONACO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"andorra.osm.pbf", "campo-grande.osm.gz"})
  void timesOnOtherMapsAreThoseOfTheRouterToTheSecond(String name) {
    Path map = Path.of(System.getProperty("antar.test.maps", "no-such-folder")).resolve(name);
    assumeTrue(
        Files.exists(map),
        "Skipped: there is no " + map + ". Name a folder with maps by -Dantar.test.maps=FOLDER.");
    compare(map);
  }

  private void compare(Path map) {
    try (RoadNetwork road = RoadNetwork.open(map, work)) {
      var random = new Random(11);
      for (Vehicle vehicle : Vehicle.values()) {
        List<GeoPoint> from = places(road, random);
        List<GeoPoint> to = places(road, random);
        int compared = RouterComparison.of(road, vehicle, from, to);
        assertThat(compared).as("ways compared").isGreaterThan(PLACES * PLACES / 2);
        assertThat(RouterComparison.ofNeighbours(road, vehicle, from, random))
            .as("ways between neighbours compared")
            .isGreaterThan(PLACES / 2);
      }
    }
  }

  private static List<GeoPoint> places(RoadNetwork road, Random random) {
    var map = road.describe();
    var places = new ArrayList<GeoPoint>();
    while (places.size() < PLACES) {
      var anywhere =
          new GeoPoint(
              between(map.southWest().latitude(), map.northEast().latitude(), random),
              between(map.southWest().longitude(), map.northEast().longitude(), random));
      var located = road.locate(anywhere);
      if (located.covered()) {
        places.add(random.nextBoolean() ? anywhere : located.snapped());
      }
    }
    return places;
  }

  private static double between(double low, double high, Random random) {
    return low + random.nextDouble() * (high - low);
  }
}
