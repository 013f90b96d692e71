package id.antar.query.search;

import id.antar.api.search.IndexState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the search costs, and how far its indexes are.
public final class SearchMeters {

  private static final String INDEX = "index";

  private final MeterRegistry registry;

  public SearchMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void searched(String alias, long startNanos, @Nullable Throwable failure) {
    Timer.builder("antar.search")
        .description("Searches, as the search server was asked for them.")
        .publishPercentileHistogram()
        .tag(INDEX, alias)
        .tag("outcome", failure == null ? "answered" : "failed")
        .register(registry)
        .record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
  }

  void written(String alias, int documents) {
    registry
        .counter("antar.search.documents", INDEX, alias, "outcome", "written")
        .increment(documents);
  }

  void refused(String alias) {
    registry.counter("antar.search.documents", INDEX, alias, "outcome", "refused").increment();
  }

  public void rebuilt(String alias, boolean well) {
    registry
        .counter("antar.search.rebuilds", INDEX, alias, "outcome", well ? "replaced" : "failed")
        .increment();
  }

  void follow(String alias, Supplier<IndexState> state) {
    var _ =
        Gauge.builder("antar.search.lag.events", () -> state.get().behindEvents())
            .description("Stored events that the index has not come to.")
            .tag(INDEX, alias)
            .register(registry);
    var _ =
        Gauge.builder("antar.search.lag.seconds", () -> state.get().behindSeconds())
            .description("Since the first of them was seen.")
            .tag(INDEX, alias)
            .register(registry);
  }
}
