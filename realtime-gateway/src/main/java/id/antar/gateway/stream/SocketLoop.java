package id.antar.gateway.stream;

import id.antar.gateway.stream.hub.Loop;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;

/// The event loop on which a request's socket is written. Handing frames over there spares a hop,
/// and lets the time until the write be measured.
record SocketLoop(EventLoop eventLoop, Duration gather) implements Loop {

  static SocketLoop of(Channel channel, Duration gather) {
    return new SocketLoop(channel.eventLoop(), gather);
  }

  static Channel channel(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    if (ServerHttpRequestDecorator.getNativeRequest(request)
        instanceof reactor.netty.Connection connection) {
      return connection.channel();
    }
    throw new IllegalStateException("Streams need Netty as their server.");
  }

  @Override
  public void execute(Runnable task) {
    eventLoop.execute(task);
  }

  @Override
  public void executeSoon(Runnable task) {
    if (gather.isZero()) {
      eventLoop.execute(task);
    } else {
      var _ = eventLoop.schedule(task, gather.toNanos(), TimeUnit.NANOSECONDS);
    }
  }
}
