package id.antar.bench.road;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.dispatch.road.RoadNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A map opened twice: by Antar, and by GraphHopper itself as the measure. Antar's scooter drives
/// on both. Maps come from the folder named by `-Dantar.maps` or the variable ANTAR_MAPS; the
/// generated city needs none.
final class BenchMap implements AutoCloseable {

  static final Vehicle VEHICLE = Vehicle.SCOOTER;

  final Path file;
  final RoadNetwork road;
  final Router router;

  private BenchMap(Path file, Path work) {
    this.file = file;
    this.road = RoadNetwork.open(file, work);
    this.router = new Router(work.resolve(road.version()));
  }

  /// @param name `city`, `andorra` or `campo-grande`
  static BenchMap open(String name, Path maps, Path work) {
    Path file =
        switch (name) {
          case "city" -> GeneratedCity.write(work, GeneratedCity.LARGE);
          case "andorra" -> maps.resolve("andorra.osm.pbf");
          default -> maps.resolve(name + ".osm.gz");
        };
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "There is no " + file.toAbsolutePath() + ". Name the folder of maps by ANTAR_MAPS.");
    }
    return new BenchMap(file, work);
  }

  static Path folder() {
    String variable = System.getenv().getOrDefault("ANTAR_MAPS", "maps");
    return Path.of(System.getProperty("antar.maps", variable));
  }

  static Path work() {
    return Path.of(System.getProperty("java.io.tmpdir"), "antar-bench-roads");
  }

  /// Places within 20 m of a street that a scooter can leave and reach.
  List<GeoPoint> places(int count, long seed) {
    var random = new SplittableRandom(seed);
    var map = road.describe();
    var places = new ArrayList<GeoPoint>();
    while (places.size() < count) {
      var anywhere =
          new GeoPoint(
              between(map.southWest().latitude(), map.northEast().latitude(), random),
              between(map.southWest().longitude(), map.northEast().longitude(), random));
      var located = road.locate(anywhere);
      if (located.covered()) {
        GeoPoint place = nearby(located.snapped(), random);
        if (road.locate(place).covered()) {
          places.add(place);
        }
      }
    }
    return places;
  }

  private static GeoPoint nearby(GeoPoint point, SplittableRandom random) {
    return new GeoPoint(
        Math.round((point.latitude() + between(-1.5e-4, 1.5e-4, random)) * 1e5) / 1e5,
        Math.round((point.longitude() + between(-1.5e-4, 1.5e-4, random)) * 1e5) / 1e5);
  }

  private static double between(double low, double high, SplittableRandom random) {
    return low + random.nextDouble() * (high - low);
  }

  @Override
  public void close() {
    road.close();
    router.close();
  }
}
