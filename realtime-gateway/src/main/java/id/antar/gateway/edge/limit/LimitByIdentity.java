package id.antar.gateway.edge.limit;

import id.antar.api.message.Actor.Role;
import id.antar.gateway.edge.request.Caller;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Counts the requests of each known caller, or of the key they came by.
@Order(LimitByIdentity.ORDER)
public final class LimitByIdentity implements WebFilter {

  /// After the caller is known, and before a repeated request is looked up.
  public static final int ORDER = -90;

  private static final String KEY = LimitByIdentity.class.getName();
  private static final Pattern POSITIONS = Pattern.compile("/v1/couriers/[^/]+/positions");

  private final Toll toll;

  LimitByIdentity(Toll toll) {
    this.toll = toll;
  }

  /// Has this request counted for the API key that it came by, instead of its owner.
  public static void countForKey(ServerWebExchange exchange, String keyId) {
    exchange.getAttributes().put(KEY, keyId);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return Mono.defer(() ->
        Caller.find(exchange)
            .flatMap(caller -> take(exchange, caller))
            .orElseGet(() -> chain.filter(exchange)));
  }

  private Optional<Mono<Void>> take(ServerWebExchange exchange, Caller caller) {
    String keyId = exchange.getAttribute(KEY);
    var refusal =
        keyId == null
            ? toll.take(exchange, tier(exchange.getRequest(), caller), caller.actor().toString())
            : toll.take(exchange, Tier.API_KEY, keyId);
    return refusal.map(Mono::error);
  }

  private static Tier tier(ServerHttpRequest request, Caller caller) {
    if (caller.is(Role.COURIER)) {
      boolean positions =
          request.getMethod() == HttpMethod.POST
              && POSITIONS.matcher(request.getPath().value()).matches();
      return positions ? Tier.POSITIONS : Tier.COURIER;
    }
    return caller.isStaff() ? Tier.STAFF : Tier.GENERAL;
  }
}
