package id.antar.infra.cli;

import id.antar.infra.backup.Restoring.Restored;
import id.antar.infra.backup.TakingBackup.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a restored engine does not have as it was backed up.
final class DrillDifferences {
  /// Of which an incremental backup counts only what is new: the events are counted otherwise, and
  /// their chain is compared by its last hash.
  private static final Set<String> OF_EVENTS = Set.of("domain_event", "event_chain");

  /// Some of their rows are in the one backup, and some in the other.
  private static final Set<String> OF_PROCESSORS = Set.of("processor_token", "dead_letter");

  private DrillDifferences() {}

  /// @param full of which the views are
  /// @param last of which everything else is
  /// @param rows how many of each table were restored, with what is due
  static List<String> between(Taken full, Taken last, Restored restored, Map<String, Long> rows) {
    var differences = new ArrayList<String>();
    if (last.events() != restored.events()) {
      differences.add(
          "There were %d events, and %d are restored.".formatted(last.events(), restored.events()));
    }
    if (last.settled() != restored.chained()
        || !last.settledHash().equals(restored.chainedHash())) {
      differences.add("The log's chain is another one at position " + last.settled() + ".");
    }
    var wanted = new TreeMap<>(full.rows());
    wanted.putAll(last.rows());
    wanted.forEach((table, before) -> {
      long now = rows.getOrDefault(table, 0L);
      boolean same = OF_PROCESSORS.contains(table) ? now >= before : now == before;
      if (before > 0 && !same && !OF_EVENTS.contains(table)) {
        differences.add("%s had %d rows, and has %d.".formatted(table, before, now));
      }
    });
    restored
        .unknown()
        .forEach(table -> differences.add("The table %s is not in the schema.".formatted(table)));
    return differences;
  }
}
