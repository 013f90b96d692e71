package id.antar.infra.payment;

import id.antar.api.payment.OpenMoney.CountOpenMoney;
import id.antar.api.payment.OpenMoney.Counts;
import id.antar.api.payment.OpenMoney.Kind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How many refunds and charges wait for a person, counted twice a minute. Not a number while they
/// cannot be counted, as where nothing is read.
final class OpenMoneyMeters implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OpenMoneyMeters.class);
  private static final Duration PERIOD = Duration.ofSeconds(30);

  private final QueryGateway queries;
  private final Disposable counting;
  private volatile @Nullable Counts counts;

  OpenMoneyMeters(QueryGateway queries, MeterRegistry meters) {
    this.queries = queries;
    for (Kind kind : Kind.values()) {
      var _ =
          Gauge.builder("antar.payments.for.a.person", this, it -> it.of(kind))
              .description("Refunds and charges that wait for a person.")
              .tag("kind", kind.name().toLowerCase(Locale.ROOT))
              .register(meters);
    }
    this.counting = Flux.interval(PERIOD).onBackpressureDrop().concatMap(_ -> count()).subscribe();
  }

  private Mono<Counts> count() {
    return Mono.fromFuture(() -> queries.query(new CountOpenMoney(), Counts.class))
        .timeout(PERIOD)
        .doOnNext(found -> counts = found)
        .onErrorResume(failure -> {
          LOG.debug("Not counted.", failure);
          counts = null;
          return Mono.empty();
        });
  }

  private double of(Kind kind) {
    @Nullable Counts latest = counts;
    return latest == null ? Double.NaN : latest.open().getOrDefault(kind, 0L);
  }

  @Override
  public void close() {
    counting.dispose();
  }
}
