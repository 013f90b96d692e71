package id.antar.gateway.stream;

import io.netty.channel.Channel;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;

/// The event loop on which a request's socket is written. Handing frames over there spares a hop,
/// and lets the time until the write be measured.
final class SocketThread {

  private SocketThread() {}

  static Executor of(ServerWebExchange exchange) {
    return findChannel(exchange).<Executor>map(Channel::eventLoop).orElse(Runnable::run);
  }

  static Optional<Channel> findChannel(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    Object server = ServerHttpRequestDecorator.getNativeRequest(request);
    return server instanceof reactor.netty.Connection connection
        ? Optional.of(connection.channel())
        : Optional.empty();
  }
}
