package id.antar.infra.timeout;

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

  private final JdbcClient database;
  private final String task;

  DueTable(JdbcClient database, String task) {
    this.database = database;
    this.task = task;
  }

  record Due(String timeoutId, Instant at, byte[] data) {

    /// Never before its time: the column has no nanoseconds.
    private LocalDateTime column() {
      return LocalDateTime.ofInstant(at.plusNanos(999), ZoneOffset.UTC)
          .truncatedTo(ChronoUnit.MICROS);
    }
  }

  /// In the transaction at hand, in the order of their ids: who writes the same ones at the same
  /// time waits for this one, and not they for each other.
  void put(Collection<Due> all) {
    List<Due> rows = all.stream().sorted(Comparator.comparing(Due::timeoutId)).toList();
    String markers = rows.stream().map(_ -> "(?, ?, ?, ?, FALSE, 1)").collect(joining(", "));
    var statement = database.sql(INSERT.formatted(markers));
    for (Due due : rows) {
      statement =
          statement.param(task).param(due.timeoutId()).param(due.data()).param(due.column());
    }
    var _ = statement.update();
  }
}
