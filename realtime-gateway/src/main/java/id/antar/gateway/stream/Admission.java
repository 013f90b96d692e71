package id.antar.gateway.stream;

import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.stream.hub.StreamHub;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/// Decides before the handshake: a known caller, from a page that may connect, while there is room.
final class Admission {

  private final StreamHub hub;
  private final GatewayProperties.Stream limits;

  Admission(StreamHub hub, GatewayProperties.Stream limits) {
    this.hub = hub;
    this.limits = limits;
  }

  Caller admit(ServerWebExchange exchange) {
    Caller caller =
        Caller.find(exchange)
            .orElseThrow(() -> Problem.of(401, "token-missing", "Who are you?").asException());
    requireKnownOrigin(exchange.getRequest());
    requireRoom();
    return caller;
  }

  void requireRoom() {
    if (hub.connectionCount() >= limits.maxConnections()) {
      throw Problem.of(503, "too-many-connections", "There is no room for one more stream.")
          .retryAfter(Duration.ofSeconds(5))
          .asException();
    }
  }

  /// A browser says from which page it connects; other clients say nothing.
  private void requireKnownOrigin(ServerHttpRequest request) {
    String origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
    boolean known =
        origin == null
            || limits.allowedOrigins().contains("*")
            || limits.allowedOrigins().contains(origin)
            || isOwnHost(origin, request.getHeaders().getFirst(HttpHeaders.HOST));
    if (!known) {
      throw Problem.forbidden("Pages from " + origin + " may not connect.").asException();
    }
  }

  private static boolean isOwnHost(String origin, @Nullable String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
