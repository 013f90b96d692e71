package id.antar.dispatch.lab.facts;

import id.antar.dispatch.learned.KeepLearned;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What was learned, for as long as somebody looks at it. For one thread.
public final class MemoryLearned implements KeepLearned {

  private final Map<String, String> rows;
  private long version = 1;

  public MemoryLearned(Map<String, String> rows) {
    this.rows = new HashMap<>(rows);
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public Map<String, String> load() {
    return Map.copyOf(rows);
  }

  @Override
  public void save(long before, Map<String, Optional<String>> changes) {
    if (before != version) {
      throw new IllegalStateException("Saved on version %d, not %d.".formatted(before, version));
    }
    version++;
    changes.forEach(
        (key, row) -> row.ifPresentOrElse(text -> rows.put(key, text), () -> rows.remove(key)));
  }
}
