package id.antar.infra.idempotency;

import id.antar.gateway.edge.idempotency.RememberRequest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What repeated requests were answered with, in the database. Each call is one statement or a few
/// that each decide alone; leases are measured by the database's clock.
final class DatabaseMemory implements RememberRequest {
  private static final int SLICE = 10_000;
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final DatabaseClient database;
  private final JsonMapper json = JsonMapper.shared();
  private final SealedBodies bodies;

  DatabaseMemory(DatabaseClient database, SealedBodies bodies) {
    this.database = database;
    this.bodies = bodies;
  }

  @Override
  public Mono<Claim> claim(RequestKey key, String fingerprint, Duration lease) {
    String ticket = UUID.randomUUID().toString();
    return insert(key, fingerprint, ticket, lease)
        .flatMap(rows -> rows > 0 ? Mono.just(rows) : takeOver(key, fingerprint, ticket, lease))
        .flatMap(
            rows -> rows > 0 ? Mono.just(new Claim.Granted(ticket)) : existing(key, fingerprint));
  }

  private Mono<Long> insert(RequestKey key, String fingerprint, String ticket, Duration lease) {
    return database
        .sql(
            """
            INSERT IGNORE INTO answered_request
              (actor, request_key, fingerprint, ticket, lease_until, claimed_at)
            VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND, UTC_TIMESTAMP(6))\
            """)
        .bind(0, key.actor().toString())
        .bind(1, key.key())
        .bind(2, fingerprint)
        .bind(3, ticket)
        .bind(4, micros(lease))
        .fetch()
        .rowsUpdated();
  }

  private Mono<Long> takeOver(RequestKey key, String fingerprint, String ticket, Duration lease) {
    return database
        .sql(
            """
            UPDATE answered_request
            SET fingerprint = ?, ticket = ?,
                lease_until = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND
            WHERE actor = ? AND request_key = ?
              AND status IS NULL AND lease_until < UTC_TIMESTAMP(6)\
            """)
        .bind(0, fingerprint)
        .bind(1, ticket)
        .bind(2, micros(lease))
        .bind(3, key.actor().toString())
        .bind(4, key.key())
        .fetch()
        .rowsUpdated();
  }

  private static long micros(Duration span) {
    return span.toNanos() / 1000;
  }

  /// A row that is gone meanwhile was released: whoever asks again will get it.
  private Mono<Claim> existing(RequestKey key, String fingerprint) {
    return database
        .sql(
            """
            SELECT fingerprint, status, headers, body FROM answered_request
            WHERE actor = ? AND request_key = ?\
            """)
        .bind(0, key.actor().toString())
        .bind(1, key.key())
        .map(row -> {
          if (!fingerprint.equals(row.get("fingerprint", String.class))) {
            return (Claim) new Claim.OtherRequest();
          }
          Integer status = row.get("status", Integer.class);
          return status == null
              ? new Claim.InProgress()
              : new Claim.Answered(
                  answer(status, row.get("headers", String.class), row.get("body", String.class)));
        })
        .one()
        .flatMap(claim -> opened(key, claim))
        .defaultIfEmpty(new Claim.InProgress());
  }

  private Mono<Claim> opened(RequestKey key, Claim claim) {
    return claim instanceof Claim.Answered(var answer)
        ? bodies
            .open(key, answer.body())
            .map(body -> new Claim.Answered(new Answer(answer.status(), answer.headers(), body)))
        : Mono.just(claim);
  }

  private Answer answer(int status, @Nullable String headers, @Nullable String body) {
    return new Answer(
        status,
        headers == null ? Map.of() : json.readValue(headers, HEADERS),
        body == null ? "" : body);
  }

  @Override
  public Mono<Void> remember(RequestKey key, String ticket, Answer answer) {
    return bodies.seal(key, answer.body()).flatMap(body -> remember(key, ticket, answer, body));
  }

  private Mono<Void> remember(RequestKey key, String ticket, Answer answer, String sealedBody) {
    return database
        .sql(
            """
            UPDATE answered_request SET status = ?, headers = ?, body = ?
            WHERE actor = ? AND request_key = ? AND ticket = ? AND status IS NULL\
            """)
        .bind(0, answer.status())
        .bind(1, json.writeValueAsString(answer.headers()))
        .bind(2, sealedBody)
        .bind(3, key.actor().toString())
        .bind(4, key.key())
        .bind(5, ticket)
        .then();
  }

  @Override
  public Mono<Void> release(RequestKey key, String ticket) {
    return database
        .sql(
            """
            DELETE FROM answered_request
            WHERE actor = ? AND request_key = ? AND ticket = ? AND status IS NULL\
            """)
        .bind(0, key.actor().toString())
        .bind(1, key.key())
        .bind(2, ticket)
        .then();
  }

  /// Forgets what is older than two days, a slice at a time.
  Mono<Long> forgetOld() {
    return forgetSlice()
        .expand(forgotten -> forgotten < SLICE ? Mono.empty() : forgetSlice())
        .reduce(Long::sum);
  }

  private Mono<Long> forgetSlice() {
    return database
        .sql(
            """
            DELETE FROM answered_request
            WHERE claimed_at < UTC_TIMESTAMP(6) - INTERVAL 2 DAY LIMIT %d\
            """
                .formatted(SLICE))
        .fetch()
        .rowsUpdated();
  }
}
