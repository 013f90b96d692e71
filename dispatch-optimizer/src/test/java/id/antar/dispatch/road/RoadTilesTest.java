package id.antar.dispatch.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import id.antar.api.road.RoadQuery.GetTile;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/// Draws the real streets of Monaco.
class RoadTilesTest {

  private static final Path MAP =
      Path.of(System.getProperty("antar.test.map", "target/maps/monaco-latest.osm.pbf"));

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

  /// The one of the casino.
  private static Tile casino(int zoom) {
    Coordinate at = Tile.project(43.7393, 7.4278);
    int tiles = 1 << zoom;
    return new Tile(zoom, (int) (at.x * tiles), (int) ((1 - at.y) * tiles));
  }

  private static byte[] bytes(Tile tile) {
    return road.tile(tile.zoom(), tile.x(), tile.y()).orElseThrow();
  }

  private static List<Geometry> features(Tile tile) throws IOException {
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(bytes(tile)))) {
      JtsLayer roads =
          MvtReader.loadMvt(plain, new GeometryFactory(), new TagKeyValueMapConverter())
              .getLayer("roads");
      return List.copyOf(Objects.requireNonNull(roads).getGeometries());
    }
  }

  private static List<String> of(List<Geometry> features, String tag) {
    return features.stream()
        .map(feature -> ((Map<?, ?>) feature.getUserData()).get(tag))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .distinct()
        .toList();
  }

  @Test
  void everyZoomHasItsStreetsAndTheyStayWithinTheBuffer() throws IOException {
    var withBuffer = new Envelope(-65, 4161, -65, 4161);
    for (int zoom = GetTile.LEAST_ZOOM; zoom <= GetTile.MOST_ZOOM; zoom++) {
      List<Geometry> features = features(casino(zoom));
      assertThat(features).isNotEmpty();
      assertThat(features)
          .allMatch(feature -> withBuffer.contains(feature.getEnvelopeInternal()))
          .allMatch(feature -> feature.getDimension() == 1);
    }
  }

  @Test
  void classesAndNamesComeWithTheZoom() throws IOException {
    List<Geometry> far = features(casino(11));
    List<Geometry> near = features(casino(16));

    assertThat(of(far, "class")).isSubsetOf("motorway", "trunk", "primary", "secondary");
    assertThat(of(far, "name")).isEmpty();
    assertThat(of(near, "class")).contains("residential", "footway");
    assertThat(of(near, "name")).contains("Place du Casino");
  }

  @Test
  void aTileIsSmall() {
    for (int zoom = GetTile.LEAST_ZOOM; zoom <= GetTile.MOST_ZOOM; zoom++) {
      assertThat(bytes(casino(zoom)).length).isBetween(50, 60_000);
    }
  }

  @Test
  void neighboursMeetAtTheirEdge() throws IOException {
    Tile here = casino(14);
    var west = new Tile(14, here.x() - 1, here.y());
    double inHere = length(here, new Envelope(-64, 64, 0, 4096));

    assertThat(inHere).isPositive();
    assertThat(length(west, new Envelope(4032, 4160, 0, 4096)))
        .isCloseTo(inHere, withinPercentage(5));
  }

  private static double length(Tile tile, Envelope strip) throws IOException {
    Geometry area = new GeometryFactory().toGeometry(strip);
    return features(tile).stream()
        .mapToDouble(feature -> feature.intersection(area).getLength())
        .sum();
  }

  @Test
  void thereIsNothingBesideTheMapNorBeyondTheZooms() {
    Tile here = casino(14);

    assertThat(road.tile(14, 0, 0)).isEmpty();
    assertThat(road.tile(14, -1, here.y())).isEmpty();
    assertThat(road.tile(14, 1 << 14, here.y())).isEmpty();
    assertThat(road.tile(9, here.x() >> 5, here.y() >> 5)).isEmpty();
    assertThat(road.tile(17, here.x() << 3, here.y() << 3)).isEmpty();
    assertThat(road.tile(40, 1, 1)).isEmpty();
  }

  @Test
  void manyThreadsSeeTheSameTile() {
    byte[] tile = bytes(casino(14));

    IntStream.range(0, 50).parallel().forEach(_ -> assertThat(bytes(casino(14))).isEqualTo(tile));
  }

  @Test
  void aProjectedPlaceIsInItsTile() {
    Coordinate equator = Tile.project(0, 0);

    assertThat(equator.x).isEqualTo(0.5);
    assertThat(equator.y).isEqualTo(0.5);
    assertThat(casino(14).withBuffer().contains(43.7393, 7.4278)).isTrue();
    assertThat(casino(14)).isEqualTo(new Tile(14, 8530, 5974));
  }
}
