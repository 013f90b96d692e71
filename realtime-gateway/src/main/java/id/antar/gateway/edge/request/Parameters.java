package id.antar.gateway.edge.request;

import id.antar.gateway.edge.problem.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the parameters of an address one by one, so that a refusal names the one at fault.
public final class Parameters {

  private static final int LONGEST = 300;

  private Parameters() {}

  public static <T> @Nullable T read(
      String name, @Nullable String text, Function<String, T> reading) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (text.length() > LONGEST) {
      String message = name + " is longer than " + LONGEST + " characters.";
      throw Problem.invalid("invalid-value", name, message).asException();
    }
    return Valid.value(name, () -> reading.apply(text));
  }

  public static <E extends Enum<E>> @Nullable E word(
      String name, @Nullable String text, Class<E> type) {
    return read(name, text, it -> word(it, type));
  }

  /// Several, with commas between them; none if there is no such parameter.
  public static <E extends Enum<E>> Set<E> words(
      String name, @Nullable String text, Class<E> type) {
    Set<E> found =
        read(
            name,
            text,
            all ->
                Arrays.stream(all.split(",", -1))
                    .map(it -> word(it, type))
                    .collect(Collectors.toSet()));
    return found == null ? Set.of() : found;
  }

  private static <E extends Enum<E>> E word(String text, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(() -> unknown(text, type));
  }

  private static IllegalArgumentException unknown(String text, Class<? extends Enum<?>> type) {
    String possible =
        Arrays.stream(type.getEnumConstants())
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return new IllegalArgumentException(text.strip() + " is not one of " + possible + ".");
  }

  public static @Nullable Instant instant(String name, @Nullable String text) {
    return read(name, text, Parameters::instant);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw new IllegalArgumentException(text + " is no instant such as 2026-11-21T12:00:00Z.");
    }
  }

  public static @Nullable Long whole(String name, @Nullable String text) {
    return read(name, text, Parameters::whole);
  }

  public static @Nullable Integer number(String name, @Nullable String text) {
    Long whole = whole(name, text);
    return whole == null ? null : Valid.value(name, () -> number(whole));
  }

  private static int number(long whole) {
    if (whole < Integer.MIN_VALUE || whole > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(whole + " is far too much.");
    }
    return (int) whole;
  }

  private static Long whole(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException(text + " is no whole number.");
    }
  }

  public static @Nullable Double degrees(String name, @Nullable String text) {
    return read(name, text, Parameters::degrees);
  }

  private static Double degrees(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException(text + " is no number.");
    }
  }
}
