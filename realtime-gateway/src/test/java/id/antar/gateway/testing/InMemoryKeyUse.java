package id.antar.gateway.testing;

import id.antar.api.account.ApiKeyId;
import id.antar.gateway.identity.RememberKeyUse;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/// The use of API keys, in memory.
public final class InMemoryKeyUse implements RememberKeyUse {

  private final Map<ApiKeyId, Instant> last = new ConcurrentHashMap<>();
  private final List<ApiKeyId> noted = new CopyOnWriteArrayList<>();

  @Override
  public Mono<Void> used(ApiKeyId key, Instant at) {
    return Mono.fromRunnable(() -> {
      last.put(key, at);
      noted.add(key);
    });
  }

  @Override
  public Mono<Map<ApiKeyId, Instant>> lastUses(Collection<ApiKeyId> keys) {
    return Mono.fromSupplier(() -> {
      var found = new ConcurrentHashMap<>(last);
      found.keySet().retainAll(keys);
      return found;
    });
  }

  /// Each time that a use was written.
  public List<ApiKeyId> noted() {
    return noted;
  }
}
