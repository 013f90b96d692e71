package id.antar.query.rebuild;

import id.antar.api.ops.JobProgress;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Row;
import id.antar.query.projection.Rows;
import id.antar.query.projection.Rows.Keyed;
import id.antar.query.rebuild.Differences.Line;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Live and fresh rows side by side. What is compared is what readers see, decoded: personal data
/// is sealed anew with every write, so its stored form never repeats.
final class Comparison<S> {

  private static final int PAGE = 1_000;
  private static final int REPORTED = 20;

  private final Projector<S> projector;
  private final Side<S> live;
  private final Side<S> fresh;
  private final Differences file;
  private long compared;
  private long differing;

  Comparison(Projector<S> projector, Rows<S> freshRows, Differences file, Runnable heartbeat) {
    this.projector = projector;
    this.file = file;
    this.live = new Side<>(projector.storage().live(), heartbeat);
    this.fresh = new Side<>(freshRows, heartbeat);
  }

  void run(JobProgress progress, long parkedSequences) {
    long start = System.nanoTime();
    for (String key = nextKey(); key != null; key = nextKey()) {
      compare(key, live.take(key), fresh.take(key), progress);
      compared++;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    progress.summary(
        String.format(
            Locale.ROOT,
            "%s: %d rows compared, %d differ, %d rows/s%s",
            name(),
            compared,
            differing,
            Math.round(compared / Math.max(seconds, 1e-3)),
            parkedSequences == 0 ? "" : ", events of " + parkedSequences + " sources are parked"));
    if (differing > REPORTED) {
      progress.finding(name() + ": " + (differing - REPORTED) + " more rows differ");
    }
    if (differing > Differences.KEPT) {
      progress.summary(
          name() + ": the file holds the first " + Differences.KEPT + " of the rows that differ");
    }
  }

  private @Nullable String nextKey() {
    String a = live.peek();
    String b = fresh.peek();
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }

  private void compare(
      String key,
      @Nullable Supplier<Row<S>> liveRow,
      @Nullable Supplier<Row<S>> freshRow,
      JobProgress progress) {
    Object one = view(liveRow);
    Object other = view(freshRow);
    if (one == null || other == null) {
      String what = one == null ? "is missing in the live rows" : "is in the live rows only";
      tell(key, List.of(what), new Line(name(), key, List.of(), one, other), progress);
      return;
    }
    SortedMap<String, String> found = differences(one, other, "live ", "rebuilt ");
    if (!found.isEmpty()) {
      var line = new Line(name(), key, List.copyOf(found.keySet()), one, other);
      tell(key, lines(found), line, progress);
    }
  }

  private void tell(String key, List<String> lines, Line line, JobProgress progress) {
    if (++differing <= REPORTED) {
      lines.forEach(it -> progress.finding(name() + ", " + key + ": " + it));
    }
    if (differing <= Differences.KEPT) {
      file.add(line);
    }
  }

  private @Nullable Object view(@Nullable Supplier<Row<S>> row) {
    return row == null ? null : projector.fold().view(row.get().state());
  }

  private String name() {
    return projector.storage().name();
  }

  /// By column.
  static SortedMap<String, String> differences(
      Object one, Object other, String first, String second) {
    if (one.equals(other)) {
      return Collections.emptySortedMap();
    }
    SortedMap<String, String> found = new TreeMap<>();
    for (RecordComponent column : one.getClass().getRecordComponents()) {
      Object a = value(column, one);
      Object b = value(column, other);
      if (!Objects.equals(a, b)) {
        found.put(column.getName(), first + a + ", " + second + b);
      }
    }
    return found;
  }

  static List<String> lines(SortedMap<String, String> differences) {
    return differences.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList();
  }

  private static @Nullable Object value(RecordComponent column, Object view) {
    try {
      column.getAccessor().setAccessible(true);
      return column.getAccessor().invoke(view);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(column + " of " + view.getClass() + " cannot be read.", e);
    }
  }

  /// Rows in the order of their keys, page by page.
  private static final class Side<S> {

    private final Rows<S> rows;
    private final Runnable heartbeat;
    private final Deque<Keyed<S>> page = new ArrayDeque<>();
    private @Nullable String last;
    private boolean atEnd;

    Side(Rows<S> rows, Runnable heartbeat) {
      this.rows = rows;
      this.heartbeat = heartbeat;
    }

    @Nullable String peek() {
      if (page.isEmpty() && !atEnd) {
        heartbeat.run();
        List<Keyed<S>> next = rows.page(last, PAGE);
        page.addAll(next);
        atEnd = next.size() < PAGE;
        last = next.isEmpty() ? last : next.getLast().key();
      }
      Keyed<S> first = page.peekFirst();
      return first == null ? null : first.key();
    }

    @Nullable Supplier<Row<S>> take(String key) {
      return key.equals(peek()) ? page.removeFirst().row() : null;
    }
  }
}
