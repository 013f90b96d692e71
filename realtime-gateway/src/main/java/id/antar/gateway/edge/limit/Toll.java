package id.antar.gateway.edge.limit;

import id.antar.gateway.edge.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/// Counts a request and says in its answer how its sender stands.
final class Toll {

  private final RateLimits limits;
  private final MeterRegistry meters;

  Toll(RateLimits limits, MeterRegistry meters) {
    this.limits = limits;
    this.meters = meters;
  }

  /// The refusal, if the request is one too many.
  Optional<ProblemException> take(ServerWebExchange exchange, Tier tier, String key) {
    Standing standing = limits.take(tier, key);
    Rate rate = limits.rate(tier);
    LimitHeaders.write(exchange.getResponse().getHeaders(), limits.policy(tier), rate, standing);
    if (standing.admitted()) {
      return Optional.empty();
    }
    meters.counter("antar.requests.refused", "tier", tier.wire()).increment();
    return Optional.of(LimitHeaders.refusal(rate, standing).asException());
  }
}
