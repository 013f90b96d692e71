package id.antar.gateway.stream;

import io.netty.channel.Channel;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;

/// What is beneath a request.
final class Sockets {

  private Sockets() {}

  static Channel channel(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    if (ServerHttpRequestDecorator.getNativeRequest(request)
        instanceof reactor.netty.Connection connection) {
      return connection.channel();
    }
    throw new IllegalStateException("Streams need Netty as their server.");
  }
}
