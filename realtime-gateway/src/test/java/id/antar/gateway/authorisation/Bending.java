package id.antar.gateway.authorisation;

import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Grant;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Makes the gateway wrong about who somebody is, or about what they may.
final class Bending {

  private Bending() {}

  /// Before anybody is known.
  @Order(-150)
  static final class OfHeaders implements WebFilter {

    volatile UnaryOperator<String> bend = UnaryOperator.identity();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
      String path = exchange.getRequest().getPath().value();
      String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
      String bent = bend.apply(header == null ? path : header);
      return bent.equals(header) || bent.equals(path)
          ? chain.filter(exchange)
          : chain.filter(
              exchange
                  .mutate()
                  .request(it -> it.headers(all -> all.set(HttpHeaders.AUTHORIZATION, bent)))
                  .build());
    }
  }

  /// After they are.
  @Order(-75)
  static final class OfGrants implements WebFilter {

    volatile BiFunction<String, Caller, Grant> bend = (_, caller) -> caller.grant();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
      String path = exchange.getRequest().getPath().value();
      Caller.find(exchange)
          .ifPresent(caller -> Caller.identify(exchange, caller.actor(), bend.apply(path, caller)));
      return chain.filter(exchange);
    }
  }
}
