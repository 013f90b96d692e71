package id.antar.gateway.analytics;

import id.antar.api.forecast.ForecastQuery.AnalyseSeries;
import id.antar.api.forecast.Observation;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.problem.Problem.FieldError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows of an upload on their way to a series. All that is wrong is said at once, row by row.
final class UploadedRows {

  static final int MOST_ROWS = 10_000;
  static final int MOST_STEPS = 20_000;

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-12-31T23:59:59Z");
  private static final int MOST_ERRORS = 100;
  private static final Duration SHORTEST_STEP = Duration.ofMinutes(1);
  private static final Set<String> MISSING = Set.of("", "na", "nan", "null");

  private final List<Row> rows = new ArrayList<>();
  private final List<FieldError> errors = new ArrayList<>();
  private int read;

  /// @param place by which the sender finds it
  private record Row(String place, Observation seen) {

    Instant at() {
      return seen.at();
    }
  }

  void add(String place, @Nullable String at, @Nullable String value) {
    if (++read > MOST_ROWS) {
      throw Problem.invalid("too-many-rows", place, "There are more than " + MOST_ROWS + " rows.")
          .asException();
    }
    try {
      var seen = new Observation(instant(at), number(value));
      if (seen.at().isBefore(EARLIEST) || seen.at().isAfter(LATEST)) {
        wrong(place, "at is not within the years 1900 to 2200.");
      } else {
        rows.add(new Row(place, seen));
      }
    } catch (DateTimeException _) {
      wrong(place, "at is neither an instant such as 2026-11-02T12:00:00Z nor a date.");
    } catch (NumberFormatException _) {
      wrong(place, "value is not a finite number, and not empty.");
    }
  }

  void wrong(String place, String message) {
    errors.add(new FieldError(place, message));
  }

  private static Instant instant(@Nullable String text) {
    String at = text == null ? "" : text.strip();
    return at.length() == "2026-11-02".length()
        ? LocalDate.parse(at).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(at).toInstant();
  }

  private static @Nullable Double number(@Nullable String text) {
    String value = text == null ? "" : text.strip();
    if (MISSING.contains(value.toLowerCase(java.util.Locale.ROOT))) {
      return null;
    }
    double number = Double.parseDouble(value);
    if (!Double.isFinite(number)) {
      throw new NumberFormatException(value);
    }
    return number;
  }

  /// The step is the shortest time between two rows, and all have to be whole steps apart.
  AnalyseSeries series(int horizon) {
    rows.sort(Comparator.comparing(Row::at));
    Duration step = step();
    requireGrid(step);
    if (!errors.isEmpty()) {
      throw Problem.of(422, "invalid-rows", errors.size() + " rows cannot be used.")
          .with(errors.stream().limit(MOST_ERRORS).toList())
          .asException();
    }
    return new AnalyseSeries(rows.stream().map(Row::seen).toList(), step, horizon);
  }

  private Duration step() {
    Duration shortest = Duration.ZERO;
    for (int i = 1; i < rows.size(); i++) {
      Duration apart = Duration.between(rows.get(i - 1).at(), rows.get(i).at());
      if (apart.isZero()) {
        wrong(rows.get(i).place(), "There are two rows of " + rows.get(i).at() + ".");
      } else if (shortest.isZero() || apart.compareTo(shortest) < 0) {
        shortest = apart;
      }
    }
    if (errors.isEmpty() && shortest.compareTo(SHORTEST_STEP) < 0) {
      String message = "There have to be two rows, and rows have to be a minute apart.";
      throw Problem.of(422, "invalid-rows", message).asException();
    }
    return shortest;
  }

  private void requireGrid(Duration step) {
    if (!errors.isEmpty()) {
      return;
    }
    Instant first = rows.getFirst().at();
    if (Duration.between(first, rows.getLast().at()).dividedBy(step) >= MOST_STEPS) {
      String message =
          "From the first row to the last there are more than %d steps of %s."
              .formatted(MOST_STEPS, step);
      throw Problem.of(422, "span-too-long", message).asException();
    }
    for (Row row : rows) {
      Duration since = Duration.between(first, row.at());
      if (!step.multipliedBy(since.dividedBy(step)).equals(since)) {
        wrong(row.place(), "It is not a whole number of steps of " + step + " after the first.");
      }
    }
  }
}
