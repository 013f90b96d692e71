package id.antar.dispatch.learned;

import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps what was learned as long as the test runs.
public final class InMemoryLearned implements KeepLearned {

  private final Map<String, String> rows = new HashMap<>();
  private long version;

  @Override
  public synchronized long version() {
    return version;
  }

  @Override
  public synchronized Map<String, String> load() {
    return Map.copyOf(rows);
  }

  @Override
  public synchronized void save(long expected, Map<String, Optional<String>> changes) {
    if (expected != version) {
      throw new ConcurrentModificationException("at version " + version + ", not " + expected);
    }
    version++;
    changes.forEach((key, row) -> {
      if (row.isPresent()) {
        rows.put(key, row.get());
      } else {
        rows.remove(key);
      }
    });
  }
}
