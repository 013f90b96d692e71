package id.antar.infra.payment.webhook;

import id.antar.gateway.payment.webhook.TendWebhooks;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// Shows what was delivered to those who run the engine.
final class WebhookDesk implements TendWebhooks {
  private final DatabaseClient database;

  WebhookDesk(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Board> list(int limit, long before) {
    return Mono.zip(counts(), dead(limit, before))
        .map(both -> board(both.getT1(), both.getT2(), limit));
  }

  private record Counts(long waiting, long interpreted, long dead, @Nullable Instant oldest) {}

  /// Each from an index; what is interpreted is nearly all there is.
  private Mono<Counts> counts() {
    return database
        .sql(
            """
            SELECT
              (SELECT COUNT(*) FROM webhook_delivery WHERE state = 'waiting') AS waiting,
              (SELECT COUNT(*) FROM webhook_delivery WHERE state = 'interpreted') AS interpreted,
              (SELECT COUNT(*) FROM webhook_delivery WHERE state = 'dead') AS dead,
              (SELECT MIN(received_at) FROM webhook_delivery WHERE state = 'waiting') AS oldest\
            """)
        .map(row ->
            new Counts(
                number(row, "waiting"),
                number(row, "interpreted"),
                number(row, "dead"),
                instant(row.get("oldest", LocalDateTime.class))))
        .one();
  }

  private Mono<List<Dead>> dead(int limit, long before) {
    return database
        .sql(
            """
            SELECT id, provider, delivery_id, reference, told, received_at, attempts, reason
            FROM webhook_delivery WHERE state = 'dead' AND id < ? ORDER BY id DESC LIMIT ?\
            """)
        .bind(0, before)
        .bind(1, limit)
        .map(row ->
            new Dead(
                number(row, "id"),
                text(row, "provider"),
                text(row, "delivery_id"),
                row.get("reference", String.class),
                text(row, "told"),
                Objects.requireNonNull(instant(row.get("received_at", LocalDateTime.class))),
                (int) number(row, "attempts"),
                Objects.requireNonNullElse(row.get("reason", String.class), "")))
        .all()
        .collectList();
  }

  private static Board board(Counts counts, List<Dead> dead, int limit) {
    String next = dead.size() < limit ? null : Long.toString(dead.getLast().id());
    return new Board(
        counts.waiting(), counts.oldest(), counts.interpreted(), counts.dead(), dead, next);
  }

  private static long number(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, Long.class));
  }

  private static String text(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }

  private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }

  @Override
  public Mono<Long> retry(long id) {
    return database
        .sql(
            """
            UPDATE webhook_delivery
            SET state = 'waiting', attempts = 0, due_at = UTC_TIMESTAMP(6), reason = NULL
            WHERE id = ? AND state = 'dead'\
            """)
        .bind(0, id)
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows > 0)
        .map(_ -> id);
  }
}
