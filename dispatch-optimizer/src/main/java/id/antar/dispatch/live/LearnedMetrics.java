package id.antar.dispatch.live;

import id.antar.api.dispatch.LearnedQuery.Accuracy;
import id.antar.api.dispatch.LearnedQuery.Kind;
import id.antar.dispatch.learned.LearnedTimes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// How well what was learned foretells, beside the constants.
final class LearnedMetrics {

  private LearnedMetrics() {}

  static void of(LearnedTimes times, MeterRegistry registry) {
    for (Kind kind : Kind.values()) {
      gauge(times, registry, kind, "observations", Accuracy::observations);
      gauge(times, registry, kind, "error.seconds", Accuracy::learnedErrorSeconds);
      gauge(times, registry, kind, "constant.error.seconds", Accuracy::constantErrorSeconds);
    }
  }

  private static void gauge(
      LearnedTimes times,
      MeterRegistry registry,
      Kind kind,
      String name,
      ToDoubleFunction<Accuracy> value) {
    var _ =
        Gauge.builder(
                "antar.dispatch.learned." + name,
                times,
                it -> value.applyAsDouble(it.accuracy(kind)))
            .tag("kind", kind.name().toLowerCase(Locale.ROOT))
            .register(registry);
  }
}
