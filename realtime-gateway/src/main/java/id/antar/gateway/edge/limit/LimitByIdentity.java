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
final class LimitByIdentity implements WebFilter {

  /// After the caller is known, and before a repeated request is looked up.
  static final int ORDER = -90;

  private static final Pattern POSITIONS = Pattern.compile("/v1/couriers/[^/]+/positions");

  private final Toll toll;

  LimitByIdentity(Toll toll) {
    this.toll = toll;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return Mono.defer(() ->
        Caller.find(exchange)
            .flatMap(caller -> take(exchange, caller))
            .orElseGet(() -> chain.filter(exchange)));
  }

  private Optional<Mono<Void>> take(ServerWebExchange exchange, Caller caller) {
    String keyId = caller.grant().keyId();
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
