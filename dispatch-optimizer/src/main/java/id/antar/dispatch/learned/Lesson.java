package id.antar.dispatch.learned;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Rows as they will be once the events at hand are learned from: changes upon what is known.
final class Lesson {

  private final Map<String, Row> known;
  private final Map<String, Optional<Row>> changes = new LinkedHashMap<>();

  Lesson(Map<String, Row> known) {
    this.known = known;
  }

  <R extends Row> Optional<R> find(String key, Class<R> type) {
    return changes
        .getOrDefault(key, Optional.ofNullable(known.get(key)))
        .filter(type::isInstance)
        .map(type::cast);
  }

  void put(String key, Row row) {
    changes.put(key, Optional.of(row));
  }

  void remove(String key) {
    if (known.containsKey(key)) {
      changes.put(key, Optional.empty());
    } else {
      changes.remove(key);
    }
  }

  Map<String, Optional<Row>> changes() {
    return changes;
  }
}
