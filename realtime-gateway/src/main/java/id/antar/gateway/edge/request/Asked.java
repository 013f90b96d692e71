package id.antar.gateway.edge.request;

import id.antar.gateway.edge.problem.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what an address asks for.
public final class Asked {

  private static final int LONGEST = 192;

  private Asked() {}

  public static <T> @Nullable T value(
      String name, @Nullable String text, Function<String, T> read) {
    if (text != null && text.length() > LONGEST) {
      String message = name + " is longer than " + LONGEST + " characters.";
      throw Problem.invalid("invalid-value", name, message).asException();
    }
    return text == null ? null : Valid.value(name, () -> read.apply(text));
  }

  public static @Nullable Instant instant(String name, @Nullable String text) {
    return value(name, text, Asked::instant);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw new IllegalArgumentException(text + " is no instant such as 2026-11-21T12:00:00Z.");
    }
  }

  public static @Nullable Long position(String name, @Nullable String text) {
    return value(name, text, Asked::position);
  }

  private static Long position(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException(text + " is no position such as 4711.");
    }
    return Long.valueOf(text);
  }
}
