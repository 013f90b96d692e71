package id.antar.infra.payment.webhook;

import id.antar.gateway.payment.webhook.KeepWebhook;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// What was delivered, in the database, until it is interpreted and for a while after. A delivery
/// that somebody works on is leased to them; times are the database's.
final class DatabaseWebhooks implements KeepWebhook {
  private static final int SLICE = 5_000;

  private final DatabaseClient database;

  DatabaseWebhooks(DatabaseClient database) {
    this.database = database;
  }

  /// @param ticket of the lease: whoever holds another says nothing of the delivery any more
  /// @param attempts that have failed
  record Leased(
      long id,
      String ticket,
      String provider,
      @Nullable String reference,
      int attempts,
      long ageMillis) {}

  @Override
  public Mono<Kept> keep(Delivery delivery) {
    var insert =
        database
            .sql(
                """
                INSERT IGNORE INTO webhook_delivery
                  (provider, delivery_id, reference, told, received_at, state, due_at, attempts)
                VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6), 'waiting', UTC_TIMESTAMP(6), 0)\
                """)
            .bind(0, delivery.provider().word())
            .bind(1, delivery.deliveryId())
            .bind(3, delivery.told());
    String reference = delivery.reference();
    return (reference == null ? insert.bindNull(2, String.class) : insert.bind(2, reference))
        .fetch()
        .rowsUpdated()
        .flatMap(rows -> rows > 0 ? Mono.just(Kept.NEW) : again(delivery));
  }

  /// One that was given up is tried again.
  private Mono<Kept> again(Delivery delivery) {
    return database
        .sql(
            """
            UPDATE webhook_delivery SET state = 'waiting', attempts = 0, due_at = UTC_TIMESTAMP(6)
            WHERE provider = ? AND delivery_id = ? AND state = 'dead'\
            """)
        .bind(0, delivery.provider().word())
        .bind(1, delivery.deliveryId())
        .then()
        .thenReturn(Kept.REPEATED);
  }

  /// Those that are due, for as long as the lease lasts.
  Mono<List<Leased>> lease(int most, Duration lease) {
    String ticket = UUID.randomUUID().toString();
    return database
        .sql(
            """
            UPDATE webhook_delivery
            SET ticket = ?, due_at = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND
            WHERE state = 'waiting' AND due_at <= UTC_TIMESTAMP(6)
            ORDER BY due_at LIMIT ?\
            """)
        .bind(0, ticket)
        .bind(1, lease.toNanos() / 1000)
        .bind(2, most)
        .fetch()
        .rowsUpdated()
        .flatMap(rows -> rows == 0 ? Mono.just(List.of()) : leasedTo(ticket));
  }

  private Mono<List<Leased>> leasedTo(String ticket) {
    return database
        .sql(
            """
            SELECT id, provider, reference, attempts,
              TIMESTAMPDIFF(MICROSECOND, received_at, UTC_TIMESTAMP(6)) DIV 1000 AS age
            FROM webhook_delivery WHERE ticket = ? AND state = 'waiting'\
            """)
        .bind(0, ticket)
        .map(row ->
            new Leased(
                Objects.requireNonNull(row.get("id", Long.class)),
                ticket,
                Objects.requireNonNull(row.get("provider", String.class)),
                row.get("reference", String.class),
                Objects.requireNonNull(row.get("attempts", Integer.class)),
                Objects.requireNonNull(row.get("age", Long.class))))
        .all()
        .collectList();
  }

  Mono<Void> interpreted(Leased delivery) {
    return database
        .sql(
            "UPDATE webhook_delivery SET state = 'interpreted', ticket = NULL"
                + " WHERE id = ? AND ticket = ?")
        .bind(0, delivery.id())
        .bind(1, delivery.ticket())
        .then();
  }

  Mono<Void> dead(Leased delivery, String reason) {
    return database
        .sql(
            """
            UPDATE webhook_delivery
            SET state = 'dead', ticket = NULL, attempts = attempts + 1, reason = LEFT(?, 255)
            WHERE id = ? AND ticket = ?\
            """)
        .bind(0, reason)
        .bind(1, delivery.id())
        .bind(2, delivery.ticket())
        .then();
  }

  Mono<Void> later(Leased delivery, Duration pause) {
    return database
        .sql(
            """
            UPDATE webhook_delivery
            SET ticket = NULL, attempts = attempts + 1,
                due_at = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND
            WHERE id = ? AND ticket = ?\
            """)
        .bind(0, pause.toNanos() / 1000)
        .bind(1, delivery.id())
        .bind(2, delivery.ticket())
        .then();
  }

  /// Forgets what was received longer ago, interpreted or given up.
  Mono<Long> forgetOlderThan(Duration age) {
    return forgetSlice(age)
        .expand(rows -> rows < SLICE ? Mono.empty() : forgetSlice(age))
        .reduce(Long::sum);
  }

  private Mono<Long> forgetSlice(Duration age) {
    return database
        .sql(
            """
            DELETE FROM webhook_delivery WHERE state <> 'waiting'
              AND received_at < UTC_TIMESTAMP(6) - INTERVAL ? SECOND
            ORDER BY received_at LIMIT %d\
            """
                .formatted(SLICE))
        .bind(0, age.toSeconds())
        .fetch()
        .rowsUpdated();
  }
}
