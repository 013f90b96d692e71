package id.antar.query.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Rows in a map, and how often they were asked for.
final class MemoryRows<S> implements Rows<S>, Storage<S> {

  final TreeMap<String, Row<S>> stored = new TreeMap<>();
  int loads;
  int saves;
  boolean down;

  @Override
  public Map<String, Supplier<Row<S>>> load(Collection<String> keys) {
    loads++;
    requireUp();
    Map<String, Supplier<Row<S>>> found = new HashMap<>();
    for (String key : keys) {
      Row<S> row = stored.get(key);
      if (row != null) {
        found.put(key, () -> row);
      }
    }
    return found;
  }

  @Override
  public void save(Map<String, Row<S>> rows) {
    saves++;
    requireUp();
    stored.putAll(rows);
  }

  @Override
  public List<Keyed<S>> page(@Nullable String afterKey, int limit) {
    return stored.entrySet().stream()
        .filter(entry -> afterKey == null || entry.getKey().compareTo(afterKey) > 0)
        .limit(limit)
        .map(entry -> new Keyed<>(entry.getKey(), entry::getValue))
        .toList();
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Rows<S> live() {
    return this;
  }

  @Override
  public Rows<S> createFresh() {
    return new MemoryRows<>();
  }

  @Override
  public void replaceLive() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void dropFresh() {
    throw new UnsupportedOperationException();
  }

  private void requireUp() {
    if (down) {
      throw new IllegalStateException("down");
    }
  }
}
