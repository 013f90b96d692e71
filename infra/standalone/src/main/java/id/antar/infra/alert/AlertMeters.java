package id.antar.infra.alert;

import id.antar.api.alert.AlertKind;
import id.antar.api.alert.AlertQuery.AlertCounts;
import id.antar.infra.meters.Polled;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// How many alerts stand.
final class AlertMeters {
  private AlertMeters() {}

  static void register(MeterRegistry meters, Polled<AlertCounts> counts) {
    for (AlertKind kind : AlertKind.values()) {
      register(meters, counts, kind, "standing", AlertCounts::standing);
      register(meters, counts, kind, "acknowledged", AlertCounts::acknowledged);
    }
  }

  private static void register(
      MeterRegistry meters,
      Polled<AlertCounts> counts,
      AlertKind kind,
      String state,
      Function<AlertCounts, Map<AlertKind, Long>> which) {
    Gauge.builder(
            "antar.alerts",
            counts,
            it -> it.value(known -> which.apply(known).getOrDefault(kind, 0L)))
        .description("Alerts that are not over.")
        .tag("kind", kind.name().toLowerCase(Locale.ROOT))
        .tag("state", state)
        .register(meters);
  }
}
