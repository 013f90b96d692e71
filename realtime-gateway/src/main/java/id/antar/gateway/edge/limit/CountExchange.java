package id.antar.gateway.edge.limit;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Exchanges counts with the other gateways, beside the requests: none waits for the store. While
/// the store does not answer each gateway counts alone.
///
/// A gateway knows what another admitted after at most two exchanges and the store's own time. In
/// that time each may still admit what is left of the rate by its own count, so `n` gateways admit
/// at most `n` times the rate in a burst that is over before the first exchange, and beyond that
/// nothing until the excess has left the window.
public final class CountExchange {

  private static final Logger log = LoggerFactory.getLogger(CountExchange.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final RateLimits limits;
  private final ShareCounts others;
  private final LimitProperties properties;
  private boolean silent;

  public CountExchange(RateLimits limits, ShareCounts others, LimitProperties properties) {
    this.limits = limits;
    this.others = others;
    this.properties = properties;
  }

  Flux<Void> forEver() {
    return Flux.interval(properties.exchange())
        .onBackpressureDrop()
        .concatMap(_ -> once().timeout(PATIENCE).doOnError(this::fellSilent).onErrorComplete(), 1);
  }

  public Mono<Void> once() {
    return Mono.defer(() -> others.exchange(limits.takeUntold(), longestWindow()))
        .doOnNext(told -> {
          told.forEach(limits::add);
          silent = false;
        })
        .then();
  }

  private Duration longestWindow() {
    Duration longest = Duration.ZERO;
    for (Tier tier : Tier.values()) {
      Duration window = limits.rate(tier).window();
      longest = window.compareTo(longest) > 0 ? window : longest;
    }
    return longest;
  }

  /// Said once, not five times a second.
  private void fellSilent(Throwable failure) {
    if (!silent) {
      log.warn("Request counts are not shared: this gateway counts alone. {}", failure.toString());
    }
    silent = true;
  }
}
