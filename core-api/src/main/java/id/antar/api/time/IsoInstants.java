package id.antar.api.time;

import java.time.Instant;
import java.time.LocalDate;

/// Reads instants as they are stored, by the hundred thousand: several times faster than
/// [Instant#parse], of which it leaves everything unusual to.
public final class IsoInstants {

  private static final int SHORTEST = "2026-11-21T12:00:00Z".length();
  private static final int LONGEST = "2026-11-21T12:00:00.123456789Z".length();
  private static final int SECONDS_A_DAY = 86_400;

  private IsoInstants() {}

  /// @throws java.time.DateTimeException if it is none
  public static Instant parse(String text) {
    return isUsual(text) ? usual(text) : Instant.parse(text);
  }

  /// `2026-11-21T12:00:00Z`, or with one to nine digits behind a point.
  private static boolean isUsual(String text) {
    int end = text.length() - 1;
    if (end + 1 < SHORTEST || end + 1 > LONGEST || end == SHORTEST || text.charAt(end) != 'Z') {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean fits =
          switch (i) {
            case 4, 7 -> c == '-';
            case 10 -> c == 'T';
            case 13, 16 -> c == ':';
            case 19 -> c == '.';
            default -> c >= '0' && c <= '9';
          };
      if (!fits) {
        return false;
      }
    }
    return number(text, 11, 13) < 24 && number(text, 14, 16) < 60 && number(text, 17, 19) < 60;
  }

  private static Instant usual(String text) {
    long day =
        LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
    int second = (number(text, 11, 13) * 60 + number(text, 14, 16)) * 60 + number(text, 17, 19);
    return Instant.ofEpochSecond(day * SECONDS_A_DAY + second, nanos(text));
  }

  private static int nanos(String text) {
    int nanos = 0;
    for (int i = SHORTEST; i < SHORTEST + 9; i++) {
      nanos = nanos * 10 + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
