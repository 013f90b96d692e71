package id.antar.query.audit;

import id.antar.api.audit.AuditQuery.AuditFilter;
import id.antar.query.projection.Column;
import id.antar.query.projection.Cursor;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The rows that a filter wants, as a condition with its values.
final class AuditSearch {

  static final String ORDER = "recorded_at DESC, id DESC";

  private static final String LIST = "audit";

  private final List<String> conditions = new ArrayList<>(List.of("TRUE"));
  private final List<Object> values = new ArrayList<>();

  AuditSearch(AuditFilter filter, @Nullable String cursor) {
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
    if (cursor != null) {
      after(cursor);
    }
  }

  String condition() {
    return String.join(" AND ", conditions);
  }

  List<Object> values() {
    return values;
  }

  static String cursor(AuditRow row) {
    return Cursor.encode(LIST, List.of(row.recordedAt().toString(), row.eventId()));
  }

  private void after(String cursor) {
    List<String> last = Cursor.decode(LIST, cursor, 2);
    Object at = Column.toColumn(instant(cursor, last.get(0)));
    conditions.add("recorded_at <= ? AND (recorded_at < ? OR id < ?)");
    values.addAll(List.of(at, at, last.get(1)));
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

  private static Instant instant(String cursor, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw Cursor.foreign(cursor);
    }
  }
}
