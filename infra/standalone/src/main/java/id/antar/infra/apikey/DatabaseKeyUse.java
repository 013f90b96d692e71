package id.antar.infra.apikey;

import id.antar.api.account.ApiKeyId;
import id.antar.gateway.identity.RememberKeyUse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// One row a key.
final class DatabaseKeyUse implements RememberKeyUse {
  private final DatabaseClient database;

  DatabaseKeyUse(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> used(ApiKeyId key, Instant at) {
    return database
        .sql(
            """
            INSERT INTO api_key_use (key_id, used_at) VALUES (?, ?)
            ON DUPLICATE KEY UPDATE used_at = GREATEST(used_at, VALUES(used_at))\
            """)
        .bind(0, key.value())
        .bind(1, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
        .then();
  }

  @Override
  public Mono<Map<ApiKeyId, Instant>> lastUses(Collection<ApiKeyId> keys) {
    if (keys.isEmpty()) {
      return Mono.just(Map.of());
    }
    return database
        .sql(
            "SELECT key_id, used_at FROM api_key_use WHERE key_id IN (?"
                + ", ?".repeat(keys.size() - 1)
                + ")")
        .bindValues(List.<Object>copyOf(keys.stream().map(ApiKeyId::value).toList()))
        .map(row ->
            Map.entry(
                new ApiKeyId(Objects.requireNonNull(row.get("key_id", String.class))),
                Objects.requireNonNull(row.get("used_at", LocalDateTime.class))
                    .toInstant(ZoneOffset.UTC)))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }
}
