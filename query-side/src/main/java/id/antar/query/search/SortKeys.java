package id.antar.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import id.antar.query.projection.Cursor;
import java.util.List;

/// Where a page of hits ended, each value with a letter for its kind.
final class SortKeys {

  private SortKeys() {}

  static List<String> texts(List<FieldValue> sort) {
    return sort.stream().map(SortKeys::text).toList();
  }

  static List<FieldValue> values(String cursor, List<String> texts) {
    return texts.stream().map(text -> value(cursor, text)).toList();
  }

  private static String text(FieldValue value) {
    return switch (value._kind()) {
      case Double -> "d" + value.doubleValue();
      case Long -> "l" + value.longValue();
      case String -> "s" + value.stringValue();
      case Boolean, Null, Any ->
          throw new IllegalStateException("Nothing is sorted by " + value._kind() + ".");
    };
  }

  private static FieldValue value(String cursor, String text) {
    String rest = text.isEmpty() ? "" : text.substring(1);
    try {
      return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
        case 'd' -> FieldValue.of(Double.parseDouble(rest));
        case 'l' -> FieldValue.of(Long.parseLong(rest));
        case 's' -> FieldValue.of(rest);
        default -> throw Cursor.foreign(cursor);
      };
    } catch (NumberFormatException _) {
      throw Cursor.foreign(cursor);
    }
  }
}
