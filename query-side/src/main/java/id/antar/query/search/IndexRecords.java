package id.antar.query.search;

import static id.antar.query.projection.Column.toColumn;
import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/// The table `search_index`. Its methods block.
public final class IndexRecords {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LEASE_SECONDS = 60;

  private final DatabaseClient database;

  IndexRecords(ConnectionFactory connections) {
    this.database =
        DatabaseClient.builder().connectionFactory(connections).namedParameters(false).build();
  }

  public Optional<IndexRecord> find(String alias) {
    return database
        .sql(
            """
            SELECT uuid, position, as_of, marked,
              COALESCE(lease_until > UTC_TIMESTAMP(6), FALSE) AS rebuilding
            FROM search_index WHERE alias = ?\
            """)
        .bindValues(List.of(alias))
        .map(IndexRecords::read)
        .one()
        .blockOptional(PATIENCE);
  }

  private static IndexRecord read(Readable row) {
    LocalDateTime asOf = row.get("as_of", LocalDateTime.class);
    return new IndexRecord(
        requireNonNull(row.get("uuid", String.class)),
        requireNonNull(row.get("position", Long.class)),
        asOf == null ? null : asOf.toInstant(ZoneOffset.UTC),
        requireNonNull(row.get("marked", Long.class)),
        requireNonNull(row.get("rebuilding", Integer.class)) != 0);
  }

  /// From here on it is this index.
  void keep(String alias, String uuid) {
    var _ =
        update(
            """
            INSERT INTO search_index (alias, uuid) VALUES (?, ?)
            ON DUPLICATE KEY UPDATE uuid = VALUES(uuid), marked = -1\
            """,
            List.of(alias, uuid));
  }

  public void reached(String alias, long position, @Nullable Instant asOf) {
    Object time = asOf == null ? Parameters.in(LocalDateTime.class) : toColumn(asOf);
    var _ =
        update(
            "UPDATE search_index SET position = ?, as_of = ? WHERE alias = ?",
            List.of(position, time, alias));
  }

  public void marked(String alias, long position) {
    var _ = update("UPDATE search_index SET marked = ? WHERE alias = ?", List.of(position, alias));
  }

  /// For a minute, nobody but `rebuilder` makes this index anew; to be taken again before it ends.
  public boolean lease(String alias, String rebuilder) {
    var _ =
        update(
            "INSERT IGNORE INTO search_index (alias, uuid) VALUES (?, 'unknown')", List.of(alias));
    return update(
            """
            UPDATE search_index
            SET rebuilder = ?, lease_until = UTC_TIMESTAMP(6) + INTERVAL %d SECOND
            WHERE alias = ?
              AND (rebuilder = ? OR lease_until IS NULL OR lease_until < UTC_TIMESTAMP(6))\
            """
                .formatted(LEASE_SECONDS),
            List.of(rebuilder, alias, rebuilder))
        > 0;
  }

  public void release(String alias, String rebuilder) {
    var _ =
        update(
            """
            UPDATE search_index SET rebuilder = NULL, lease_until = NULL
            WHERE alias = ? AND rebuilder = ?\
            """,
            List.of(alias, rebuilder));
  }

  private long update(String sql, List<?> values) {
    return requireNonNull(
        database.sql(sql).bindValues(values).fetch().rowsUpdated().block(PATIENCE));
  }
}
