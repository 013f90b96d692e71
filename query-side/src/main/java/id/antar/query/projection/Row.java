package id.antar.query.projection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is stored under one key.
///
/// @param version how many events the row has taken in; it only grows
/// @param marks the last event taken in of each source, the most recent source last. An event that
///   is delivered again is known by them
public record Row<S>(S state, long version, Map<String, Long> marks) {

  /// So many sources are remembered: more than one batch can bring to one row, which is all that is
  /// ever delivered twice.
  private static final int REMEMBERED_SOURCES = 256;

  public Row {
    marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
  }

  static boolean holds(@Nullable Row<?> row, Recorded recorded) {
    return row != null && row.marks.getOrDefault(recorded.source(), -1L) >= recorded.sequence();
  }

  static <S> Row<S> after(@Nullable Row<S> before, S state, Recorded recorded) {
    Map<String, Long> marks = new LinkedHashMap<>(before == null ? Map.of() : before.marks);
    var _ = marks.remove(recorded.source());
    marks.put(recorded.source(), recorded.sequence());
    if (marks.size() > REMEMBERED_SOURCES) {
      var _ = marks.remove(marks.keySet().iterator().next());
    }
    return new Row<>(state, before == null ? 1 : before.version + 1, marks);
  }
}
