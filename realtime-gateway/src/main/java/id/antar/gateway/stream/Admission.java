package id.antar.gateway.stream;

import id.antar.api.mode.Mode;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.stream.hub.StreamHub;
import java.time.Duration;
import org.springframework.web.server.ServerWebExchange;

/// Decides before the handshake: a known caller, while there is room, and while they have not many
/// streams already. Handshakes that are made at the same moment are looked at each for itself.
final class Admission {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final StreamHub hub;
  private final GatewayProperties.Stream limits;
  private final Mode mode;

  /// @param mode in development everybody may have all: one person plays many
  Admission(StreamHub hub, GatewayProperties.Stream limits, Mode mode) {
    this.hub = hub;
    this.limits = limits;
    this.mode = mode;
  }

  Caller admit(ServerWebExchange exchange) {
    Caller caller =
        Caller.find(exchange)
            .orElseThrow(() -> Problem.of(401, "token-missing", "Who are you?").asException());
    requireRoom(caller);
    return caller;
  }

  void requireRoom(Caller caller) {
    if (hub.connectionCount() >= limits.maxConnections()) {
      throw Problem.of(503, "too-many-connections", "There is no room for one more stream.")
          .retryAfter(SOON)
          .asException();
    }
    int most = most(caller);
    if (hub.connectionCount(caller.actor()) >= most) {
      throw Problem.of(429, "too-many-streams", "You have " + most + " streams open already.")
          .retryAfter(SOON)
          .asException();
    }
  }

  private int most(Caller caller) {
    return switch (mode) {
      case DEVELOPMENT -> limits.maxConnections();
      case PRODUCTION -> caller.isStaff() ? limits.maxPerStaff() : limits.maxPerCaller();
    };
  }
}
