package id.antar.query.history;

import id.antar.api.history.EventFilter;
import id.antar.api.history.HistoryQuery.Order;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Where the events that somebody wants stand in the log. It is a view of the events and follows
/// them at a little distance.
public interface EventIndex {

  /// The part of the log in which all that the filter wants is, and maybe more.
  CompletableFuture<Range> range(EventFilter filter);

  /// The next positions within the range.
  CompletableFuture<List<Long>> find(EventFilter filter, Range range, Order order, int limit);

  /// @param after behind this position
  /// @param upTo this position included
  record Range(long after, long upTo) {

    public static final Range ALL = new Range(0, Long.MAX_VALUE);

    public Range upTo(long position) {
      return new Range(after, Math.min(upTo, position));
    }

    public Range after(long position) {
      return new Range(Math.max(after, position), upTo);
    }

    /// What remains behind a position, in the order of reading.
    public Range beyond(long position, Order order) {
      return switch (order) {
        case OLDEST_FIRST -> after(position);
        case NEWEST_FIRST -> upTo(position - 1);
      };
    }

    public boolean isEmpty() {
      return upTo <= after;
    }
  }
}
