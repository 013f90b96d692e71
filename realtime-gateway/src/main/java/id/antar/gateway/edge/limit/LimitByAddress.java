package id.antar.gateway.edge.limit;

import id.antar.gateway.edge.address.ClientAddress;
import id.antar.gateway.edge.limit.RecogniseCaller.Arrival;
import id.antar.gateway.edge.problem.ProblemOf;
import id.antar.gateway.edge.request.Caller;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Counts by address what nobody else can be made to answer for: signing in, requests that show
/// nothing, and those whose token was refused. Who shows something that was not seen here is let on
/// to those who look at it only while their address has room.
@Order(LimitByAddress.ORDER)
final class LimitByAddress implements WebFilter {

  /// Before the caller is known.
  static final int ORDER = -150;

  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY = 429;
  private static final int OUR_OWN_FAULT = 500;

  private final Toll toll;
  private final RecogniseCaller callers;

  LimitByAddress(Toll toll, RecogniseCaller callers) {
    this.toll = toll;
    this.callers = callers;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return Mono.defer(() -> {
      Arrival arrival = callers.recognise(exchange);
      return refusal(exchange, arrival)
          .<Mono<Void>>map(Mono::error)
          .orElseGet(() ->
              chain.filter(exchange).onErrorResume(failure -> counted(exchange, arrival, failure)));
    });
  }

  private Optional<? extends Throwable> refusal(ServerWebExchange exchange, Arrival arrival) {
    return switch (arrival) {
      case NOBODY -> toll.take(exchange, Tier.ADDRESS, key(exchange));
      case SIGN_IN -> toll.take(exchange, Tier.SIGN_IN, key(exchange));
      case UNKNOWN -> toll.look(exchange, Tier.ADDRESS, key(exchange));
      case READER, KNOWN, SESSION, SIGNED -> Optional.empty();
    };
  }

  private Mono<Void> counted(ServerWebExchange exchange, Arrival arrival, Throwable failure) {
    int status = ProblemOf.failure(failure).status();
    return switch (arrival) {
      case READER, NOBODY, SIGN_IN, SIGNED -> Mono.error(failure);
      case UNKNOWN, KNOWN ->
          status == UNAUTHORIZED && Caller.find(exchange).isEmpty()
              ? counted(exchange, Tier.ADDRESS, failure)
              : Mono.error(failure);
      case SESSION ->
          status < OUR_OWN_FAULT && status != TOO_MANY && !LimitBySession.hasCounted(exchange)
              ? counted(exchange, Tier.SIGN_IN, failure)
              : Mono.error(failure);
    };
  }

  private Mono<Void> counted(ServerWebExchange exchange, Tier tier, Throwable failure) {
    Optional<? extends Throwable> refusal = toll.take(exchange, tier, key(exchange));
    return Mono.error(refusal.isPresent() ? refusal.get() : failure);
  }

  private static String key(ServerWebExchange exchange) {
    return ClientAddress.of(exchange).network();
  }
}
