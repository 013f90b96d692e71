package id.antar.infra.timeout;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where the scheduler finds what is due, written for several at once. By its own way each would be
/// a question whether it is there, and a statement.
final class DueTable {

  /// One that is there stays as it is.
  private static final String INSERT =
      """
      INSERT INTO scheduled_tasks
        (task_name, task_instance, task_data, execution_time, picked, version)
      VALUES %s ON DUPLICATE KEY UPDATE task_name = scheduled_tasks.task_name\
      """;

  private static final int LONGEST_ID = 220;

  private final JdbcClient database;
  private final String task;

  DueTable(JdbcClient database, String task) {
    this.database = database;
    this.task = task;
  }

  /// What the table takes for sure: several are written together, and one that it refused would
  /// take the others with it.
  record Due(String timeoutId, LocalDateTime at, byte[] data) {

    Due {
      if (timeoutId.length() > LONGEST_ID || !US_ASCII.newEncoder().canEncode(timeoutId)) {
        throw new IllegalArgumentException(
            "A timeout's id is of at most %d ASCII characters, and not %s."
                .formatted(LONGEST_ID, timeoutId));
      }
      if (at.getYear() < 1970 || at.getYear() > 9999) {
        throw new IllegalArgumentException("Nothing is due at " + at + ".");
      }
    }

    /// Never before its time: the column has no nanoseconds.
    static Due of(String timeoutId, Instant at, byte[] data) {
      var column =
          LocalDateTime.ofInstant(at, ZoneOffset.UTC).plusNanos(999).truncatedTo(ChronoUnit.MICROS);
      return new Due(timeoutId, column, data);
    }
  }

  /// In the transaction at hand, in the order of their ids: who writes the same ones at the same
  /// time waits for this one, and not they for each other.
  void put(Collection<Due> all) {
    List<Due> rows = all.stream().sorted(Comparator.comparing(Due::timeoutId)).toList();
    String markers = rows.stream().map(_ -> "(?, ?, ?, ?, FALSE, 1)").collect(joining(", "));
    var statement = database.sql(INSERT.formatted(markers));
    for (Due due : rows) {
      statement = statement.param(task).param(due.timeoutId()).param(due.data()).param(due.at());
    }
    var _ = statement.update();
  }
}
