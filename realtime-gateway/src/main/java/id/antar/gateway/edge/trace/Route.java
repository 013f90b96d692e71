package id.antar.gateway.edge.trace;

import java.util.Objects;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/// What a log says of a request instead of its path, in which there may be an address or a token.
public final class Route {
  private Route() {}

  public static String of(ServerWebExchange exchange) {
    Object pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return Objects.toString(pattern, "(no route)");
  }
}
