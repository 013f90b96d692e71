package id.antar.dispatch.backtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was published for an instance. Times are minutes, `undelivered` is a share per hundred.
record Published(
    double clickToDoor,
    double clickToDoor90,
    double readyToPickup,
    double undelivered,
    double costPerOrder,
    double ordersPerBundle,
    double floor) {

  /// By instance; empty where there is no such file.
  static Map<String, Published> read(Path file) {
    var published = new TreeMap<String, Published>();
    if (!Files.isRegularFile(file)) {
      return published;
    }
    try {
      List<String> lines = Files.readAllLines(file);
      for (int line = 1; line < lines.size(); line++) {
        String[] header = lines.getFirst().split(",");
        String[] values = lines.get(line).split(",");
        var row = new HashMap<String, String>();
        for (int i = 0; i < Math.min(header.length, values.length); i++) {
          row.put(header[i], values[i]);
        }
        try {
          published.put(text(row, "instance"), of(row));
        } catch (IllegalArgumentException e) {
          throw new UnreadableInstance(
              "%s, line %d: %s.".formatted(file, line + 1, e.getMessage()));
        }
      }
      return published;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Published of(Map<String, String> row) {
    return new Published(
        number(row, "ctd_mean"),
        number(row, "ctd_p90"),
        number(row, "rtp_mean"),
        100 * number(row, "undelivered") / number(row, "orders"),
        number(row, "cost_per_order"),
        number(row, "orders_per_bundle"),
        number(row, "floor_ctd"));
  }

  private static double number(Map<String, String> row, String column) {
    String value = text(row, column);
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "has " + value + " as its " + column + ", which is no number", e);
    }
  }

  private static String text(Map<String, String> row, String column) {
    String value = row.get(column);
    if (value == null) {
      throw new IllegalArgumentException("has no " + column);
    }
    return value;
  }
}
