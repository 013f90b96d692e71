package id.antar.query.audit;

import static java.util.Objects.requireNonNull;

import id.antar.api.history.EventFilter;
import id.antar.api.history.EventFilter.Window;
import id.antar.api.history.HistoryQuery.Order;
import id.antar.query.history.EventIndex;
import id.antar.query.projection.Column;
import id.antar.query.projection.Table;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows of the audit log as the index of all events: there is one for each.
final class AuditIndex implements EventIndex {

  /// An event has its time before it has its place, so the two may disagree by as long as a
  /// transaction takes, in engine time that may run fast.
  private static final Duration DISORDER = Duration.ofHours(1);

  /// By so much the clock of a phone may be ahead of the engine's, and more.
  private static final Duration AHEAD = Duration.ofHours(1);

  private final Table<AuditRow> rows;

  AuditIndex(Table<AuditRow> rows) {
    this.rows = rows;
  }

  @Override
  public CompletableFuture<Range> range(EventFilter filter) {
    Range whole = filter.after() == null ? Range.ALL : Range.ALL.after(filter.after());
    return recorded(filter.recorded())
        .thenCombine(happened(filter.happened()), AuditIndex::both)
        .thenApply(range -> both(range, whole));
  }

  /// Two looks into the index by time, whatever the length of the window.
  CompletableFuture<Range> recorded(Window window) {
    return before(window.from()).thenCombine(behind(window.to()), Range::new);
  }

  /// Where the window has two ends, its last event is looked for: a phone that was offline may have
  /// told it much later than it happened.
  private CompletableFuture<Range> happened(Window window) {
    Instant from = window.from() == null ? null : window.from().minus(AHEAD);
    CompletableFuture<Long> upTo =
        window.from() == null || window.to() == null
            ? CompletableFuture.completedFuture(Long.MAX_VALUE)
            : last(window.from(), window.to());
    return before(from).thenCombine(upTo, Range::new);
  }

  private CompletableFuture<Long> before(@Nullable Instant from) {
    return from == null
        ? CompletableFuture.completedFuture(0L)
        : one("recorded_at < ?", from.minus(DISORDER), "ORDER BY recorded_at DESC LIMIT 1", 0);
  }

  private CompletableFuture<Long> behind(@Nullable Instant to) {
    return to == null
        ? CompletableFuture.completedFuture(Long.MAX_VALUE)
        : one(
            "recorded_at >= ?", to.plus(DISORDER), "ORDER BY recorded_at LIMIT 1", Long.MAX_VALUE);
  }

  private CompletableFuture<Long> one(String condition, Instant at, String end, long none) {
    return rows.ask("position", condition, List.of(Column.toColumn(at)), end, AuditIndex::position)
        .thenApply(found -> found.isEmpty() ? none : found.getFirst());
  }

  private CompletableFuture<Long> last(Instant from, Instant to) {
    return rows.ask(
            "COALESCE(MAX(position), 0) AS position",
            "happened_at >= ? AND happened_at < ?",
            List.of(Column.toColumn(from), Column.toColumn(to)),
            "",
            AuditIndex::position)
        .thenApply(List::getFirst);
  }

  /// Each type by itself, so that each is read in the order of the index, as far as is needed.
  @Override
  public CompletableFuture<List<Long>> find(
      EventFilter filter, Range range, Order order, int limit) {
    if (range.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    Comparator<Long> sorting =
        switch (order) {
          case OLDEST_FIRST -> Comparator.naturalOrder();
          case NEWEST_FIRST -> Comparator.reverseOrder();
        };
    return EventSearch.of(filter, range).stream()
        .map(search -> find(search, order, limit))
        .reduce((some, more) -> some.thenCombine(more, AuditIndex::all))
        .orElseThrow()
        .thenApply(found -> found.stream().sorted(sorting).limit(limit).toList());
  }

  private CompletableFuture<List<Long>> find(EventSearch search, Order order, int limit) {
    String end =
        switch (order) {
          case OLDEST_FIRST -> "ORDER BY position LIMIT " + limit;
          case NEWEST_FIRST -> "ORDER BY position DESC LIMIT " + limit;
        };
    return rows.ask("position", search.condition(), search.values(), end, AuditIndex::position);
  }

  private static Range both(Range one, Range other) {
    return one.after(other.after()).upTo(other.upTo());
  }

  private static List<Long> all(List<Long> some, List<Long> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static Long position(Readable row) {
    return requireNonNull(row.get("position", Long.class));
  }
}
