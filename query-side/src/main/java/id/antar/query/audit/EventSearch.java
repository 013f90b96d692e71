package id.antar.query.audit;

import id.antar.api.history.EventFilter;
import id.antar.query.history.EventIndex.Range;
import id.antar.query.projection.Column;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of the events that a filter wants, as a condition with its values.
final class EventSearch {

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  private EventSearch(EventFilter filter, Range range, @Nullable String type) {
    where("event = ?", type);
    where("kind = ?", filter.kind());
    where("about_id = ?", filter.id());
    where("actor = ?", filter.actor());
    where("correlation_id = ?", filter.correlationId());
    where("request_id = ?", filter.requestId());
    where("recorded_at >= ?", filter.recorded().from());
    where("recorded_at < ?", filter.recorded().to());
    where("happened_at >= ?", filter.happened().from());
    where("happened_at < ?", filter.happened().to());
    conditions.add("position > ? AND position <= ?");
    values.addAll(List.of(range.after(), range.upTo()));
    if (!filter.withoutTypes().isEmpty()) {
      int count = filter.withoutTypes().size();
      conditions.add("event NOT IN (" + String.join(", ", Collections.nCopies(count, "?")) + ")");
      values.addAll(filter.withoutTypes());
    }
  }

  /// One for each wanted type, or one for all.
  static List<EventSearch> of(EventFilter filter, Range range) {
    return filter.types().isEmpty()
        ? List.of(new EventSearch(filter, range, null))
        : filter.types().stream()
            .distinct()
            .map(type -> new EventSearch(filter, range, type))
            .toList();
  }

  String condition() {
    return String.join(" AND ", conditions);
  }

  List<Object> values() {
    return values;
  }

  private void where(String condition, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.add(value instanceof Instant at ? Column.toColumn(at) : value.toString());
    }
  }
}
