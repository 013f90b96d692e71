package id.antar.query.rebuild;

import id.antar.query.projection.Row;
import id.antar.query.projection.Rows;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Rows that are new and stay in memory as long as events of theirs come, so that most are written
/// once and never read. Those that nothing happened to for longest are written first, beside the
/// folding.
final class GatheredRows<S> implements Rows<S>, AutoCloseable {

  private static final int TOGETHER = 500;
  private static final int PLACES = 1 << 24;

  private final Rows<S> rows;
  private final int most;
  private final LinkedHashMap<String, Row<S>> gathered = new LinkedHashMap<>(1_024, 0.75f, true);

  /// Where the keys of rows that were written fall; another key may fall there, too.
  private final BitSet written = new BitSet();

  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("rebuild-writer").factory());
  private Future<?> writing = CompletableFuture.completedFuture(null);

  /// @param rows empty ones that nobody else writes
  /// @param most so many stay in memory
  GatheredRows(Rows<S> rows, int most) {
    this.rows = rows;
    this.most = most;
  }

  @Override
  public Map<String, Supplier<Row<S>>> load(Collection<String> keys) {
    Map<String, Supplier<Row<S>>> found = new HashMap<>();
    List<String> elsewhere = new ArrayList<>();
    for (String key : keys) {
      Row<S> row = gathered.get(key);
      if (row != null) {
        found.put(key, () -> row);
      } else if (written.get(place(key))) {
        elsewhere.add(key);
      }
    }
    if (!elsewhere.isEmpty()) {
      await();
      found.putAll(rows.load(elsewhere));
    }
    return found;
  }

  @Override
  public void save(Map<String, Row<S>> changed) {
    gathered.putAll(changed);
    writeDownTo(most);
  }

  /// Nothing is left in memory.
  void flush() {
    writeDownTo(0);
    await();
  }

  private void writeDownTo(int left) {
    while (gathered.size() > left) {
      Map<String, Row<S>> oldest = takeOldest(Math.min(TOGETHER, gathered.size()));
      await();
      writing = writer.submit(() -> rows.save(oldest));
    }
  }

  private Map<String, Row<S>> takeOldest(int count) {
    Map<String, Row<S>> oldest = LinkedHashMap.newLinkedHashMap(count);
    Iterator<Map.Entry<String, Row<S>>> all = gathered.entrySet().iterator();
    while (oldest.size() < count) {
      Map.Entry<String, Row<S>> next = all.next();
      oldest.put(next.getKey(), next.getValue());
      written.set(place(next.getKey()));
      all.remove();
    }
    return oldest;
  }

  private static int place(String key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return (hash ^ hash >>> 15) & PLACES - 1;
  }

  private void await() {
    try {
      var _ = writing.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while rows were being written.", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("Rows cannot be written.", e.getCause());
    }
  }

  @Override
  public List<Keyed<S>> page(@Nullable String afterKey, int limit) {
    return rows.page(afterKey, limit);
  }

  @Override
  public void close() {
    var _ = writer.shutdownNow();
  }
}
