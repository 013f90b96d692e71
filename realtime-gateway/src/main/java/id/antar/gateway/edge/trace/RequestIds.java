package id.antar.gateway.edge.trace;

import id.antar.api.message.Ids;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Gives every request an id, the client's own if it sends a sane one, and says it in the answer.
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestIds implements WebFilter {

  public static final String HEADER = "X-Request-Id";

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
  private static final String ATTRIBUTE = RequestIds.class.getName();

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    exchange.getResponse().getHeaders().set(HEADER, of(exchange));
    return chain.filter(exchange).contextWrite(Trail.of(exchange)::in);
  }

  public static String of(ServerWebExchange exchange) {
    return (String) exchange.getAttributes().computeIfAbsent(ATTRIBUTE, _ -> choose(exchange));
  }

  private static String choose(ServerWebExchange exchange) {
    @Nullable String given = exchange.getRequest().getHeaders().getFirst(HEADER);
    return given != null && SANE.matcher(given).matches() ? given : Ids.random();
  }
}
