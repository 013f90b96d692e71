package id.antar.gateway.edge.address;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Finds out where each request comes from. Only trusted proxies are believed, and only the header
/// that they are known to write: anybody can send the other.
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ClientAddresses implements WebFilter {

  /// Which header the proxies write.
  public enum Header {
    X_FORWARDED_FOR,
    FORWARDED
  }

  private final Networks trusted;
  private final Header header;

  public ClientAddresses(Networks trusted, Header header) {
    this.trusted = trusted;
    this.header = header;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    InetSocketAddress peer = exchange.getRequest().getRemoteAddress();
    if (peer != null && peer.getAddress() != null && !trusted.isEmpty()) {
      InetAddress client = client(peer.getAddress(), exchange.getRequest());
      ClientAddress.of(client).remember(exchange);
    }
    return chain.filter(exchange);
  }

  private InetAddress client(InetAddress peer, ServerHttpRequest request) {
    return trusted.contains(peer) ? client(peer, named(request.getHeaders())) : peer;
  }

  /// From the last proxy back to the first address that is none of ours.
  private InetAddress client(InetAddress peer, List<Optional<InetAddress>> named) {
    InetAddress client = peer;
    for (Optional<InetAddress> each : named.reversed()) {
      if (each.isEmpty()) {
        return client;
      }
      client = each.get();
      if (!trusted.contains(client)) {
        return client;
      }
    }
    return client;
  }

  private List<Optional<InetAddress>> named(HttpHeaders headers) {
    return switch (header) {
      case X_FORWARDED_FOR -> Forwarded.listed(headers.getOrEmpty("X-Forwarded-For"));
      case FORWARDED -> Forwarded.described(headers.getOrEmpty("Forwarded"));
    };
  }
}
