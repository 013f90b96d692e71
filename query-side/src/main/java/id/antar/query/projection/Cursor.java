package id.antar.query.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.message.InvalidQuery;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Where a page ended, opaque to the client: the list it belongs to and the last row's sort values.
public final class Cursor {

  private static final String SEPARATOR = "\n";
  private static final Instant YEAR_10_000 = Instant.parse("+10000-01-01T00:00:00Z");

  private Cursor() {}

  public static String encode(String list, List<String> values) {
    String text = list + SEPARATOR + String.join(SEPARATOR, values);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  /// @throws InvalidQuery if it is not a cursor of this list
  public static List<String> decode(String list, String cursor, int size) {
    List<String> parts = split(cursor);
    if (parts.size() != size + 1 || !parts.getFirst().equals(list)) {
      throw foreign(cursor);
    }
    return parts.subList(1, parts.size());
  }

  /// A value that is an instant, of a year with four digits as the database knows them.
  public static Instant instant(String cursor, String value) {
    try {
      Instant instant = Instant.parse(value);
      if (instant.isAfter(Instant.EPOCH) && instant.isBefore(YEAR_10_000)) {
        return instant;
      }
    } catch (DateTimeParseException _) {
      // Said below.
    }
    throw foreign(cursor);
  }

  public static InvalidQuery foreign(String cursor) {
    return new InvalidQuery(
        "cursor ("
            + cursor
            + ") is none that this list has given. Maybe it was cut, or is of another list.");
  }

  private static List<String> split(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      return Arrays.asList(text.split(SEPARATOR, -1));
    } catch (IllegalArgumentException _) {
      throw foreign(cursor);
    }
  }
}
