package id.antar.gateway.edge.guard;

import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.problem.ProblemException;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Waits for a body as long as it comes, and no longer than a body may take. The web server's own
/// limits go on after a connection has become a stream, and would close everybody who only listens.
@Order(RequestShape.ORDER + 1)
final class BodyInTime implements WebFilter {

  private final Duration pause;
  private final Duration whole;

  /// @param pause how long nothing may come of it
  /// @param whole how long all of it may take
  BodyInTime(Duration pause, Duration whole) {
    this.pause = pause;
    this.whole = whole;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return chain.filter(exchange.mutate().request(new PromptBody(exchange.getRequest())).build());
  }

  /// The rest of the body is not waited for, so the connection is of no use any more.
  private static ProblemException tooSlow() {
    return Problem.of(408, "body-too-slow", "The request's body did not come in time.")
        .withHeader("Connection", "close")
        .asException();
  }

  private final class PromptBody extends ServerHttpRequestDecorator {

    PromptBody(ServerHttpRequest request) {
      super(request);
    }

    @Override
    public Flux<DataBuffer> getBody() {
      return super.getBody()
          .timeout(pause, Mono.error(BodyInTime::tooSlow))
          .takeUntilOther(Mono.delay(whole).then(Mono.error(BodyInTime::tooSlow)));
    }
  }
}
