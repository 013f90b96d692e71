package id.antar.infra.alert;

import id.antar.api.alert.AlertKind;
import id.antar.api.alert.AlertQuery.AlertCounts;
import id.antar.api.alert.AlertQuery.CountAlerts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How many alerts stand, counted each quarter of a minute. Not a number while they cannot be
/// counted, as where nothing is read.
final class AlertMeters implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AlertMeters.class);
  private static final Duration PERIOD = Duration.ofSeconds(15);

  private final QueryGateway queries;
  private final Disposable counting;
  private volatile @Nullable AlertCounts counts;

  AlertMeters(QueryGateway queries, MeterRegistry meters) {
    this.queries = queries;
    for (AlertKind kind : AlertKind.values()) {
      register(meters, kind, "standing", AlertCounts::standing);
      register(meters, kind, "acknowledged", AlertCounts::acknowledged);
    }
    this.counting = Flux.interval(PERIOD).onBackpressureDrop().concatMap(_ -> count()).subscribe();
  }

  private void register(
      MeterRegistry meters,
      AlertKind kind,
      String state,
      Function<AlertCounts, Map<AlertKind, Long>> which) {
    var _ =
        Gauge.builder("antar.alerts", this, it -> it.of(kind, which))
            .description("Alerts that are not over.")
            .tag("kind", kind.name().toLowerCase(Locale.ROOT))
            .tag("state", state)
            .register(meters);
  }

  private Mono<AlertCounts> count() {
    return Mono.fromFuture(() -> queries.query(new CountAlerts(), AlertCounts.class))
        .timeout(PERIOD)
        .doOnNext(found -> counts = found)
        .onErrorResume(failure -> {
          LOG.debug("Not counted.", failure);
          counts = null;
          return Mono.empty();
        });
  }

  private double of(AlertKind kind, Function<AlertCounts, Map<AlertKind, Long>> which) {
    @Nullable AlertCounts latest = counts;
    return latest == null ? Double.NaN : which.apply(latest).getOrDefault(kind, 0L);
  }

  @Override
  public void close() {
    counting.dispose();
  }
}
