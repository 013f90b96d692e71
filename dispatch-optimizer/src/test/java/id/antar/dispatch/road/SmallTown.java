package id.antar.dispatch.road;

import id.antar.api.geo.GeoPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// A town drawn for tests, as OpenStreetMap XML: a mainland and an island of crooked blocks, with
/// one-way streets, bends, dead ends, a loop and turn restrictions; no bridge joins the two.
final class SmallTown {

  static final int SIZE = 16;
  static final double BLOCK = 0.001;
  static final GeoPoint MAINLAND = new GeoPoint(-1.0, 110.0);
  static final GeoPoint ISLAND = new GeoPoint(-1.0, 110.03);

  private final StringBuilder xml = new StringBuilder("<osm version='0.6'>\n");
  private final StringBuilder ways = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private final Map<Integer, Integer> endsAt = new TreeMap<>();
  private final Map<Integer, Integer> startsAt = new TreeMap<>();
  private final Random random = new Random(5);
  private int nextBend = 1_000_000;
  private int nextWay = 1;

  private SmallTown() {}

  static Path write(Path folder) throws IOException {
    var town = new SmallTown();
    town.quarter(MAINLAND, 0);
    town.quarter(ISLAND, 10_000);
    town.restrictions();
    return Files.writeString(
        folder.resolve("town.osm"), "" + town.xml + town.ways + town.relations + "</osm>");
  }

  private void quarter(GeoPoint corner, int firstNode) {
    for (int i = 0; i < SIZE * SIZE; i++) {
      node(
          firstNode + i + 1,
          corner.latitude() + (i / SIZE + random.nextDouble() / 3) * BLOCK,
          corner.longitude() + (i % SIZE + random.nextDouble() / 3) * BLOCK);
    }
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        int here = firstNode + row * SIZE + column + 1;
        if (column + 1 < SIZE && random.nextInt(8) > 0) {
          street(here, here + 1, row, corner);
        }
        if (row + 1 < SIZE && random.nextInt(8) > 0) {
          street(here, here + SIZE, column, corner);
        }
      }
    }
    loop(firstNode + SIZE + 2, corner);
  }

  /// Wherever a street ends and another begins at every third junction, one may not turn into it.
  private void restrictions() {
    endsAt.forEach((node, from) -> {
      Integer to = startsAt.get(node);
      if (to != null && node % 3 == 0) {
        relations.append("<relation id='%d'>".formatted(from));
        relations.append("<member type='way' ref='%d' role='from'/>".formatted(from));
        relations.append("<member type='node' ref='%d' role='via'/>".formatted(node));
        relations.append("<member type='way' ref='%d' role='to'/>".formatted(to));
        relations.append("<tag k='type' v='restriction'/>");
        relations.append("<tag k='restriction' v='no_right_turn'/></relation>\n");
      }
    });
  }

  private void street(int from, int to, int line, GeoPoint corner) {
    endsAt.put(to, nextWay);
    startsAt.put(from, nextWay);
    int bend = nextBend++;
    int cell = Math.floorMod(from - 1, 10_000);
    boolean along = to == from + 1;
    node(
        bend,
        corner.latitude() + (cell / SIZE + (along ? 0.3 : 0.6)) * BLOCK,
        corner.longitude() + (cell % SIZE + (along ? 0.6 : 0.3)) * BLOCK);
    String kind = line % 5 == 0 ? "secondary" : "residential";
    String oneWay =
        switch (line % 4) {
          case 1 -> "<tag k='oneway' v='yes'/>";
          case 2 -> "<tag k='oneway' v='-1'/>";
          default -> "";
        };
    ways.append(
        "<way id='%d'><nd ref='%d'/><nd ref='%d'/><nd ref='%d'/><tag k='highway' v='%s'/>%s</way>\n"
            .formatted(nextWay++, from, bend, to, kind, oneWay));
  }

  /// A street that comes back to where it began.
  private void loop(int node, GeoPoint corner) {
    for (int i = 1; i <= 2; i++) {
      node(nextBend++, corner.latitude() - 0.0004 * i, corner.longitude() + 0.0007 * (3 - i));
    }
    ways.append(
        "<way id='%d'><nd ref='%d'/><nd ref='%d'/><nd ref='%d'/><nd ref='%d'/><tag k='highway' v='residential'/></way>\n"
            .formatted(nextWay++, node, nextBend - 2, nextBend - 1, node));
  }

  private void node(int id, double latitude, double longitude) {
    xml.append(
        String.format(
            Locale.ROOT, "<node id='%d' lat='%.7f' lon='%.7f'/>\n", id, latitude, longitude));
  }

  static GeoPoint somewhere(GeoPoint corner, Random random) {
    return new GeoPoint(
        corner.latitude() + random.nextDouble() * SIZE * BLOCK,
        corner.longitude() + random.nextDouble() * SIZE * BLOCK);
  }
}
