package id.antar.query.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Rows on their way through a number of events: loaded together, folded in memory, saved together.
/// Where the events are cut into batches makes no difference to the rows.
public final class FoldBatch<S> {

  private final Fold<S> fold;
  private final Rows<S> rows;
  private final Map<String, Supplier<Row<S>>> loaded = new HashMap<>();
  private final Map<String, Row<S>> changed = new LinkedHashMap<>();

  public FoldBatch(Fold<S> fold, Rows<S> rows) {
    this.fold = fold;
    this.rows = rows;
  }

  public void load(Collection<String> keys) {
    Set<String> missing = new TreeSet<>(keys);
    missing.removeAll(loaded.keySet());
    if (!fold.isAppendOnly() && !missing.isEmpty()) {
      loaded.putAll(rows.load(missing));
    }
  }

  /// Changes every row that the event concerns, or throws and changes none.
  public void apply(Recorded recorded) {
    Map<String, Row<S>> next = new LinkedHashMap<>();
    for (String key : fold.keys(recorded.event())) {
      Row<S> before = current(key);
      if (!Row.holds(before, recorded)) {
        S state = fold.evolve(key, before == null ? null : before.state(), recorded);
        if (state != null) {
          next.put(fold.rowKey(key, recorded), Row.after(before, state, recorded));
        }
      }
    }
    changed.putAll(next);
  }

  public void save() {
    if (!changed.isEmpty()) {
      rows.save(changed);
    }
  }

  private @Nullable Row<S> current(String key) {
    Row<S> row = changed.get(key);
    if (row != null) {
      return row;
    }
    Supplier<Row<S>> stored = loaded.get(key);
    return stored == null ? null : stored.get();
  }
}
