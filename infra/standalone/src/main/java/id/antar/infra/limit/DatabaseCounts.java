package id.antar.infra.limit;

import id.antar.gateway.edge.limit.ShareCounts;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// Gateways' counts in the database: each writes one row for what it admitted since the last, and
/// reads the others'. How long ago a row was written is measured by the database's clock.
final class DatabaseCounts implements ShareCounts {
  /// A row may be seen later than a younger one by as much as this.
  private static final Duration OVERLAP = Duration.ofSeconds(2);

  private final DatabaseClient database;
  private final LongSupplier nanoTime;
  private final String gateway = UUID.randomUUID().toString();
  private final Map<String, Long> lastBatches = new HashMap<>();
  private long batch;
  private long readAt;
  private boolean hasRead;
  private volatile Duration longestWindow = Duration.ofHours(1);

  DatabaseCounts(DatabaseClient database, LongSupplier nanoTime) {
    this.database = database;
    this.nanoTime = nanoTime;
  }

  @Override
  public Mono<List<Told>> exchange(List<Count> own, Duration longest) {
    longestWindow = longest;
    long begun = nanoTime.getAsLong();
    return write(own)
        .then(Mono.defer(() -> read(since(longest, begun))))
        .doOnNext(_ -> {
          readAt = begun;
          hasRead = true;
        });
  }

  private Duration since(Duration longest, long now) {
    Duration pause = Duration.ofNanos(now - readAt).plus(OVERLAP);
    return hasRead && pause.compareTo(longest) < 0 ? pause : longest;
  }

  private Mono<Void> write(List<Count> own) {
    if (own.isEmpty()) {
      return Mono.empty();
    }
    batch++;
    return database
        .sql(
            """
            INSERT INTO rate_batch (gateway, batch, sent_at, counts)
            VALUES (?, ?, UTC_TIMESTAMP(6), ?)\
            """)
        .bind(0, gateway)
        .bind(1, batch)
        .bind(2, CountText.write(own))
        .then();
  }

  private record Row(String gateway, long batch, Told told) {
    static Row of(Readable row) {
      long micros = Objects.requireNonNull(row.get("ago", Long.class));
      return new Row(
          Objects.requireNonNull(row.get("gateway", String.class)),
          Objects.requireNonNull(row.get("batch", Long.class)),
          new Told(
              Duration.of(Math.max(0, micros), ChronoUnit.MICROS),
              CountText.read(Objects.requireNonNull(row.get("counts", String.class)))));
    }
  }

  private Mono<List<Told>> read(Duration since) {
    return database
        .sql(
            """
            SELECT gateway, batch, counts,
              TIMESTAMPDIFF(MICROSECOND, sent_at, UTC_TIMESTAMP(6)) AS ago
            FROM rate_batch
            WHERE sent_at > UTC_TIMESTAMP(6) - INTERVAL ? MICROSECOND AND gateway <> ?
            ORDER BY gateway, batch\
            """)
        .bind(0, TimeUnit.NANOSECONDS.toMicros(since.toNanos()))
        .bind(1, gateway)
        .map(Row::of)
        .all()
        .filter(this::isNew)
        .map(Row::told)
        .collectList();
  }

  private boolean isNew(Row row) {
    Long last = lastBatches.put(row.gateway(), row.batch());
    if (last != null && last >= row.batch()) {
      lastBatches.put(row.gateway(), last);
      return false;
    }
    return true;
  }

  /// Forgets what no window reaches any more.
  Mono<Long> forgetOld() {
    return database
        .sql(
            """
            DELETE FROM rate_batch WHERE sent_at < UTC_TIMESTAMP(6) - INTERVAL ? SECOND\
            """)
        .bind(0, longestWindow.plus(OVERLAP).toSeconds())
        .fetch()
        .rowsUpdated();
  }
}
