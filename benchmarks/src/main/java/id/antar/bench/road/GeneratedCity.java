package id.antar.bench.road;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/// A city that nobody lives in, as OpenStreetMap XML, the same for the same size: an irregular grid
/// of blocks of about 90 m with arterials, one-way streets, missing pieces, turn restrictions, and
/// a river with few bridges.
final class GeneratedCity {

  /// 340 x 340 crossings, of which well over 100,000 are junctions.
  static final int LARGE = 340;

  private static final double SOUTH = -6.35;
  private static final double WEST = 106.65;
  private static final double BLOCK_DEGREES = 0.0008;
  private static final int ARTERIAL_EVERY = 14;
  private static final int BRIDGE_EVERY = 45;

  private final int size;
  private final SplittableRandom random = new SplittableRandom(20);
  private final boolean[] eastward;
  private final boolean[] northward;
  private final int[] wayFromWest;
  private final int[] wayToNorth;
  private int nextWay = 1;

  private GeneratedCity(int size) {
    this.size = size;
    this.eastward = new boolean[size * size];
    this.northward = new boolean[size * size];
    this.wayFromWest = new int[size * size];
    this.wayToNorth = new int[size * size];
  }

  static Path write(Path folder, int size) {
    Path file = folder.resolve("city-" + size + ".osm");
    if (!Files.exists(file)) {
      try {
        Path unfinished =
            Files.createDirectories(folder).resolve(file.getFileName() + ".unfinished");
        try (var out = new PrintWriter(Files.newBufferedWriter(unfinished, UTF_8))) {
          new GeneratedCity(size).write(out);
        }
        var _ = Files.move(unfinished, file);
      } catch (IOException e) {
        throw new UncheckedIOException("The city cannot be written to " + file + ".", e);
      }
    }
    return file;
  }

  private void write(PrintWriter out) {
    out.println("<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6' generator='antar'>");
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        node(out, row, column);
      }
    }
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        eastward[id(row, column)] = column + 1 < size && isBuilt(row);
        northward[id(row, column)] =
            row + 1 < size && (crossesRiver(row) ? isBridge(column) : isBuilt(column));
      }
    }
    for (int line = 0; line < size; line++) {
      streets(out, line, true);
      streets(out, line, false);
    }
    restrictions(out);
    out.println("</osm>");
  }

  private void node(PrintWriter out, int row, int column) {
    double latitude = SOUTH + (row + jitter()) * BLOCK_DEGREES;
    double longitude = WEST + (column + jitter()) * BLOCK_DEGREES;
    out.printf(
        Locale.ROOT,
        "<node id='%d' lat='%.7f' lon='%.7f'/>%n",
        id(row, column) + 1,
        latitude,
        longitude);
  }

  private double jitter() {
    return 0.5 * random.nextDouble() - 0.25;
  }

  /// One in twelve pieces of a side street is missing.
  private boolean isBuilt(int line) {
    return isArterial(line) || random.nextInt(12) > 0;
  }

  private static boolean isArterial(int line) {
    return line % ARTERIAL_EVERY == 0;
  }

  private boolean crossesRiver(int row) {
    return row == size / 2;
  }

  private static boolean isBridge(int column) {
    return column % BRIDGE_EVERY == ARTERIAL_EVERY;
  }

  private int id(int row, int column) {
    return row * size + column;
  }

  /// The unbroken pieces of one line of the grid, a way each; arterials cut them as well.
  private void streets(PrintWriter out, int line, boolean alongRow) {
    int start = 0;
    for (int i = 0; i < size; i++) {
      boolean goesOn = (alongRow ? eastward : northward)[node(line, i, alongRow)];
      if (!goesOn || isArterial(i)) {
        if (i > start) {
          way(out, line, start, i, alongRow);
        }
        start = goesOn ? i : i + 1;
      }
    }
  }

  private void way(PrintWriter out, int line, int start, int end, boolean alongRow) {
    out.printf("<way id='%d'>", nextWay);
    for (int i = start; i <= end; i++) {
      out.printf("<nd ref='%d'/>", node(line, i, alongRow) + 1);
    }
    out.println(tags(line) + "</way>");
    if (alongRow) {
      wayFromWest[node(line, end, true)] = nextWay;
    } else {
      wayToNorth[node(line, start, false)] = nextWay;
    }
    nextWay++;
  }

  private int node(int line, int i, boolean alongRow) {
    return alongRow ? id(line, i) : id(i, line);
  }

  /// At every other crossing of arterials nobody coming from the west may turn to the north.
  private void restrictions(PrintWriter out) {
    int next = 1;
    for (int row = 0; row < size; row += ARTERIAL_EVERY) {
      for (int column = 0; column < size; column += 2 * ARTERIAL_EVERY) {
        int node = id(row, column);
        if (wayFromWest[node] > 0 && wayToNorth[node] > 0) {
          out.printf("<relation id='%d'>", next++);
          out.printf("<member type='way' ref='%d' role='from'/>", wayFromWest[node]);
          out.printf("<member type='node' ref='%d' role='via'/>", node + 1);
          out.printf("<member type='way' ref='%d' role='to'/>", wayToNorth[node]);
          out.println(tag("type", "restriction") + tag("restriction", "no_left_turn"));
          out.println("</relation>");
        }
      }
    }
  }

  /// Two of five side streets are one-way, neighbours in opposite directions.
  private static String tags(int line) {
    if (isArterial(line)) {
      return line % (2 * ARTERIAL_EVERY) == 0
          ? tag("highway", "primary") + tag("maxspeed", "60")
          : tag("highway", "secondary") + tag("maxspeed", "50");
    }
    String street = tag("highway", line % 7 == 3 ? "tertiary" : "residential");
    return switch (line % 5) {
      case 1 -> street + tag("oneway", "yes");
      case 2 -> street + tag("oneway", "-1");
      default -> street;
    };
  }

  private static String tag(String key, String value) {
    return "<tag k='%s' v='%s'/>".formatted(key, value);
  }
}
