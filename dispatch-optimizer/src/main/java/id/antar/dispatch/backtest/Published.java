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
      String[] header = lines.getFirst().split(",");
      for (String line : lines.subList(1, lines.size())) {
        String[] values = line.split(",");
        var row = new HashMap<String, String>();
        for (int i = 0; i < header.length; i++) {
          row.put(header[i], values[i]);
        }
        published.put(row.get("instance"), of(row));
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
    String value = row.get(column);
    if (value == null) {
      throw new UnreadableInstance("The published results have no column " + column + ".");
    }
    return Double.parseDouble(value);
  }
}
