package id.antar.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import id.antar.query.projection.Cursor;
import java.util.ArrayList;
import java.util.List;

/// Where a page of hits ended.
public final class SortKeys {

  private SortKeys() {}

  public static String cursorAfter(String list, List<FieldValue> sort) {
    return Cursor.encode(list, sort.stream().map(SortKeys::text).toList());
  }

  /// All values but the last, which is a key, are numbers.
  public static List<FieldValue> decode(String list, String cursor, int size) {
    List<String> texts = Cursor.decode(list, cursor, size);
    List<FieldValue> values = new ArrayList<>();
    for (String number : texts.subList(0, size - 1)) {
      values.add(number(cursor, number));
    }
    values.add(FieldValue.of(texts.getLast()));
    return values;
  }

  private static String text(FieldValue value) {
    return switch (value._kind()) {
      case Double -> Double.toString(value.doubleValue());
      case Long -> Long.toString(value.longValue());
      case String -> value.stringValue();
      case Boolean, Null, Any ->
          throw new IllegalStateException("Nothing is sorted by " + value._kind() + ".");
    };
  }

  private static FieldValue number(String cursor, String text) {
    try {
      return text.matches("-?[0-9]+")
          ? FieldValue.of(Long.parseLong(text))
          : FieldValue.of(Double.parseDouble(text));
    } catch (NumberFormatException _) {
      throw Cursor.foreign(cursor);
    }
  }
}
