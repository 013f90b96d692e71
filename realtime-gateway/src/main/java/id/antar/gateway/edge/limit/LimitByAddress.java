package id.antar.gateway.edge.limit;

import id.antar.gateway.edge.address.ClientAddress;
import id.antar.gateway.edge.problem.ProblemException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Counts by address what nobody else can be made to answer for: signing in, requests without a
/// token, and those whose token was refused.
@Order(LimitByAddress.ORDER)
final class LimitByAddress implements WebFilter {

  /// Before the caller is known.
  static final int ORDER = -150;

  private static final int UNAUTHORIZED = 401;

  private final Toll toll;

  LimitByAddress(Toll toll) {
    this.toll = toll;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    if (request.getPath().value().startsWith("/v1/auth/")) {
      return counted(exchange, chain, Tier.SIGN_IN);
    }
    return bringsToken(request)
        ? chain
            .filter(exchange)
            .onErrorResume(ProblemException.class, refused -> count(exchange, refused))
        : counted(exchange, chain, Tier.ADDRESS);
  }

  /// Whether it is good is found out later.
  private static boolean bringsToken(ServerHttpRequest request) {
    return request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
        || request.getHeaders().containsHeader("Sec-WebSocket-Protocol")
        || request.getQueryParams().containsKey("access_token");
  }

  private Mono<Void> counted(ServerWebExchange exchange, WebFilterChain chain, Tier tier) {
    return Mono.defer(() ->
        toll.take(exchange, tier, key(exchange))
            .<Mono<Void>>map(Mono::error)
            .orElseGet(() -> chain.filter(exchange)));
  }

  private Mono<Void> count(ServerWebExchange exchange, ProblemException refused) {
    return refused.problem().status() == UNAUTHORIZED
        ? Mono.error(toll.take(exchange, Tier.ADDRESS, key(exchange)).orElse(refused))
        : Mono.error(refused);
  }

  private static String key(ServerWebExchange exchange) {
    return ClientAddress.of(exchange).network();
  }
}
