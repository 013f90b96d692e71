package id.antar.gateway.stream;

import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.stream.hub.StreamHub;
import java.time.Duration;
import org.springframework.web.server.ServerWebExchange;

/// Decides before the handshake: a known caller, while there is room.
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
}
