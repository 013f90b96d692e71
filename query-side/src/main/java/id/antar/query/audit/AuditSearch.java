package id.antar.query.audit;

import id.antar.api.audit.AuditQuery.AuditFilter;
import id.antar.query.history.EventIndex.Range;
import id.antar.query.projection.Column;
import id.antar.query.projection.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The rows that a filter wants, as a condition with its values.
final class AuditSearch {

  static final String ORDER = "position DESC";

  private static final String LIST = "audit";

  private final List<String> conditions = new ArrayList<>(List.of("TRUE"));
  private final List<Object> values = new ArrayList<>();

  AuditSearch(AuditFilter filter, Range range) {
    where("actor = ?", filter.actor());
    where("actor LIKE ?", filter.role() == null ? null : lower(filter.role()) + ":%");
    where("event = ?", filter.event());
    where("operation = ?", filter.operation());
    where("kind = ?", filter.kind());
    where("about_id = ?", filter.id());
    where("outcome = ?", filter.outcome());
    where("request_id = ?", filter.requestId());
    where("recorded_at >= ?", filter.from());
    where("recorded_at < ?", filter.to());
    conditions.add("position > ? AND position <= ?");
    values.addAll(List.of(range.after(), range.upTo()));
  }

  String condition() {
    return String.join(" AND ", conditions);
  }

  List<Object> values() {
    return values;
  }

  static String cursor(long position) {
    return Cursor.encode(LIST, List.of(Long.toString(position)));
  }

  /// What a cursor leaves of a range.
  static Range before(@Nullable String cursor, Range range) {
    return cursor == null ? range : range.upTo(position(cursor) - 1);
  }

  private static long position(String cursor) {
    try {
      return Long.parseLong(Cursor.decode(LIST, cursor, 1).getFirst());
    } catch (NumberFormatException _) {
      throw Cursor.foreign(cursor);
    }
  }

  private void where(String condition, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.add(value instanceof Instant at ? Column.toColumn(at) : value.toString());
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
