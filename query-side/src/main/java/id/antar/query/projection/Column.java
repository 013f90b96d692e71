package id.antar.query.projection;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column beside the state, to find rows by.
///
/// @param type what the driver binds
public record Column<S>(String name, Class<?> type, Function<S, @Nullable Object> value) {

  public static <S> Column<S> text(String name, Function<S, @Nullable Object> value) {
    return new Column<>(
        name,
        String.class,
        state -> {
          Object found = value.apply(state);
          return found == null ? null : found.toString();
        });
  }

  public static <S> Column<S> at(String name, Function<S, Instant> value) {
    return new Column<>(name, LocalDateTime.class, state -> toColumn(value.apply(state)));
  }

  /// Empty where there is no such moment.
  public static <S> Column<S> atIfAny(String name, Function<S, @Nullable Instant> value) {
    return new Column<>(
        name,
        LocalDateTime.class,
        state -> {
          Instant at = value.apply(state);
          return at == null ? null : toColumn(at);
        });
  }

  /// As a `DATETIME(6)` in UTC.
  public static LocalDateTime toColumn(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
