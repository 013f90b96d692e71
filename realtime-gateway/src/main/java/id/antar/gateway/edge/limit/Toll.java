package id.antar.gateway.edge.limit;

import id.antar.gateway.edge.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/// Counts a request and says in its answer how its sender stands.
final class Toll {

  private final RateLimits limits;
  private final MeterRegistry meters;

  Toll(RateLimits limits, MeterRegistry meters) {
    this.limits = limits;
    this.meters = meters;
    Arrays.stream(Tier.values()).forEach(this::refused);
  }

  /// The refusal, if the request is one too many.
  Optional<ProblemException> take(ServerWebExchange exchange, Tier tier, String key) {
    Standing standing = limits.take(tier, key);
    tell(exchange, tier, standing);
    return standing.admitted() ? Optional.empty() : Optional.of(refusal(tier, standing));
  }

  /// The refusal, if one more would be too many. Nothing is counted.
  Optional<ProblemException> look(ServerWebExchange exchange, Tier tier, String key) {
    Standing standing = limits.look(tier, key);
    if (standing.admitted()) {
      return Optional.empty();
    }
    tell(exchange, tier, standing);
    return Optional.of(refusal(tier, standing));
  }

  private void tell(ServerWebExchange exchange, Tier tier, Standing standing) {
    LimitHeaders.write(
        exchange.getResponse().getHeaders(), limits.policy(tier), limits.rate(tier), standing);
  }

  private ProblemException refusal(Tier tier, Standing standing) {
    refused(tier).increment();
    return LimitHeaders.refusal(limits.rate(tier), standing).asException();
  }

  private Counter refused(Tier tier) {
    return meters.counter("antar.requests.refused", "tier", tier.wire());
  }
}
