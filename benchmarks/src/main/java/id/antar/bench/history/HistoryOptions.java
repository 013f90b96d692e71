package id.antar.bench.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/// What a benchmark of the history is told: `--events N`, `--rate N`, `--seconds N`, `--seed N`,
/// `--work DIR`, and `--keep`: otherwise the folder must not be there yet and is deleted at the
/// end.
///
/// @param rate orders a second
/// @param keep whether the folder stays, so that the next run need not fill it again
record HistoryOptions(long events, int rate, int seconds, long seed, Path work, boolean keep) {

  private static final long EVENTS_A_DAY = 100_000;

  /// @throws IllegalArgumentException for a person to read
  static HistoryOptions parse(long events, String... arguments) {
    var given = new ArrayList<>(List.of(arguments));
    boolean keep = given.remove("--keep");
    var options =
        new HistoryOptions(events, 56, 60, 1, Path.of(".antar-bench").toAbsolutePath(), keep);
    for (int i = 0; i + 1 < given.size(); i += 2) {
      options = options.with(given.get(i), given.get(i + 1));
    }
    if (given.size() % 2 != 0 || !keep && Files.exists(options.work)) {
      throw new IllegalArgumentException(
          "Every option has a value, and " + options.work + " must not be there yet.");
    }
    return options;
  }

  private HistoryOptions with(String name, String value) {
    return switch (name) {
      case "--events" -> new HistoryOptions(Long.parseLong(value), rate, seconds, seed, work, keep);
      case "--rate" ->
          new HistoryOptions(events, Integer.parseInt(value), seconds, seed, work, keep);
      case "--seconds" ->
          new HistoryOptions(events, rate, Integer.parseInt(value), seed, work, keep);
      case "--seed" -> new HistoryOptions(events, rate, seconds, Long.parseLong(value), work, keep);
      case "--work" ->
          new HistoryOptions(events, rate, seconds, seed, Path.of(value).toAbsolutePath(), keep);
      default -> throw new IllegalArgumentException("There is no option " + name + ".");
    };
  }

  long days() {
    return events / EVENTS_A_DAY + 1;
  }

  void deleteWork() throws IOException {
    boolean _ = !keep && FileSystemUtils.deleteRecursively(work);
  }
}
