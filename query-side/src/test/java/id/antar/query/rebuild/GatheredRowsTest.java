package id.antar.query.rebuild;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.query.projection.Row;
import id.antar.query.projection.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheredRowsTest {

  private final Kept kept = new Kept();
  private final GatheredRows<String> rows = new GatheredRows<>(kept, 2);

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void whatStaysInMemoryIsWrittenOnceAndNeverRead() {
    rows.save(Map.of("a", row("a1", 1)));
    rows.save(Map.of("a", row("a2", 2)));
    assertThat(read("a")).isEqualTo(row("a2", 2));
    rows.flush();

    assertThat(kept.stored).containsExactly(Map.entry("a", row("a2", 2)));
    assertThat(kept.saved).containsExactly("a");
    assertThat(kept.loaded).isEmpty();
  }

  @Test
  void aRowThatWasWrittenIsReadAgain() {
    rows.save(Map.of("a", row("a1", 1)));
    rows.save(Map.of("b", row("b1", 1)));
    var _ = rows.load(List.of("a"));
    rows.save(Map.of("c", row("c1", 1)));

    assertThat(read("b")).isEqualTo(row("b1", 1));
    assertThat(kept.loaded).isNotEmpty().contains("b");
    rows.flush();
    assertThat(kept.stored).containsOnlyKeys("a", "b", "c");
  }

  @Test
  void aKeyThatWasNeverWrittenIsNotLookedFor() {
    assertThat(rows.load(List.of("a", "b"))).isEmpty();
    assertThat(kept.loaded).isEmpty();
  }

  @Test
  void aWriteThatFailsIsToldAtTheLatestWhenAllIsToBeWritten() {
    kept.down = true;
    rows.save(Map.of("a", row("a1", 1)));

    assertThatThrownBy(rows::flush).isInstanceOf(IllegalStateException.class).hasMessage("down");
  }

  private Row<String> read(String key) {
    return requireNonNull(rows.load(List.of(key)).get(key)).get();
  }

  private static Row<String> row(String state, long version) {
    return new Row<>(state, version, Map.of("source", version));
  }

  private static final class Kept implements Rows<String> {
    private final TreeMap<String, Row<String>> stored = new TreeMap<>();
    private final List<String> saved = new ArrayList<>();
    private final List<String> loaded = new ArrayList<>();
    private boolean down;

    @Override
    public Map<String, Supplier<Row<String>>> load(Collection<String> keys) {
      loaded.addAll(keys);
      Map<String, Supplier<Row<String>>> found = new HashMap<>();
      stored.forEach((key, row) -> {
        if (keys.contains(key)) {
          found.put(key, () -> row);
        }
      });
      return found;
    }

    @Override
    public void save(Map<String, Row<String>> rows) {
      if (down) {
        throw new IllegalStateException("down");
      }
      saved.addAll(rows.keySet());
      stored.putAll(rows);
    }

    @Override
    public List<Keyed<String>> page(@Nullable String afterKey, int limit) {
      return List.of();
    }
  }
}
