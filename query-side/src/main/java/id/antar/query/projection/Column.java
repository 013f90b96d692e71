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
/// @param marker SQL in which the value is the one `?`
public record Column<S>(
    String name, Class<?> type, Function<S, @Nullable Object> value, String marker) {

  public Column(String name, Class<?> type, Function<S, @Nullable Object> value) {
    this(name, type, value, "?");
  }

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

  /// The event's place in the log, which the database knows and no fold may know.
  public static <S> Column<S> position(String name, Function<S, String> eventId) {
    return new Column<>(
        name,
        String.class,
        eventId::apply,
        "(SELECT e.global_index FROM domain_event e WHERE e.event_id = ?)");
  }

  /// As a `DATETIME(6)` in UTC.
  public static LocalDateTime toColumn(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
