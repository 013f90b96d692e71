package id.antar.gateway.edge.limit;

import id.antar.gateway.edge.address.ClientAddress;
import org.springframework.web.server.ServerWebExchange;

/// Counts, where a refresh token is shown, by its session once the token is known to be ours, and
/// else by address: who shares an address with somebody who guesses is not kept from refreshing.
/// Both throw the problem of one too many.
public final class LimitBySession {

  private static final String COUNTED = LimitBySession.class.getName();

  private final Toll toll;

  LimitBySession(Toll toll) {
    this.toll = toll;
  }

  public void takeOf(ServerWebExchange exchange, String sessionId) {
    take(exchange, "session " + sessionId);
  }

  public void takeOfStranger(ServerWebExchange exchange) {
    take(exchange, ClientAddress.of(exchange).network());
  }

  private void take(ServerWebExchange exchange, String key) {
    exchange.getAttributes().put(COUNTED, true);
    toll.take(exchange, Tier.SIGN_IN, key)
        .ifPresent(refusal -> {
          throw refusal;
        });
  }

  static boolean hasCounted(ServerWebExchange exchange) {
    return exchange.getAttributes().containsKey(COUNTED);
  }
}
