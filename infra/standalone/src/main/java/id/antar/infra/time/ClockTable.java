package id.antar.infra.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database knows of the engine's time.
public final class ClockTable {
  private static final int MOST_LIVED_EACH_SECONDS = 2;

  private final JdbcClient database;

  public ClockTable(JdbcClient database) {
    this.database = database;
  }

  ClockRow read() {
    return select("");
  }

  /// Within a transaction, until the end of which nobody else reads it so.
  ClockRow readToChange() {
    return select(" FOR UPDATE");
  }

  private ClockRow select(String how) {
    return database
        .sql(
            "SELECT engine_time, real_time, speed, lived_at, UTC_TIMESTAMP(6) AS now"
                + " FROM engine_clock WHERE id = 1"
                + how)
        .query((row, _) ->
            new ClockRow(
                instant(row, "engine_time"),
                find(row, "real_time"),
                row.getDouble("speed"),
                instant(row, "lived_at"),
                instant(row, "now")))
        .single();
  }

  void write(ClockRow row) {
    int _ =
        database
            .sql(
                """
                UPDATE engine_clock
                SET engine_time = :engine, real_time = :real, speed = :speed, lived_at = :lived
                WHERE id = 1
                """)
            .param("engine", local(row.engineTime()))
            .param("real", row.realTime() == null ? null : local(row.realTime()))
            .param("speed", row.speed())
            .param("lived", local(row.livedAt()))
            .update();
  }

  void letPass() {
    int _ =
        database
            .sql(
                """
                UPDATE engine_clock SET real_time = UTC_TIMESTAMP(6)
                WHERE id = 1 AND real_time IS NULL
                """)
            .update();
  }

  /// Of many who say so, few write it.
  void live() {
    int _ =
        database
            .sql(
                """
                UPDATE engine_clock SET lived_at = UTC_TIMESTAMP(6)
                WHERE id = 1 AND lived_at < UTC_TIMESTAMP(6) - INTERVAL ? SECOND
                """)
            .param(MOST_LIVED_EACH_SECONDS)
            .update();
  }

  /// When the last event was recorded, by the engine's time; long ago if there is none. As text,
  /// times of one second are not quite in order.
  public Instant lastRecorded() {
    return database
        .sql("SELECT recorded_at FROM domain_event ORDER BY recorded_at DESC LIMIT 1000")
        .query((row, _) -> Instant.parse(row.getString(1)))
        .list()
        .stream()
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  private static @Nullable Instant find(ResultSet row, String column) throws SQLException {
    LocalDateTime found = row.getObject(column, LocalDateTime.class);
    return found == null ? null : found.toInstant(ZoneOffset.UTC);
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
