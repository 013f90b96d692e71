package id.antar.gateway.identity;

import id.antar.api.account.ApiKeyId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/// Remembers when each API key was last used, for all gateways. In real time.
public interface RememberKeyUse {

  /// An earlier time than the remembered one changes nothing.
  Mono<Void> used(ApiKeyId key, Instant at);

  /// Those that were used at all.
  Mono<Map<ApiKeyId, Instant>> lastUses(Collection<ApiKeyId> keys);
}
