package id.antar.infra.payment;

import id.antar.api.payment.OpenMoney.Counts;
import id.antar.api.payment.OpenMoney.Kind;
import id.antar.infra.meters.Polled;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/// How many refunds and charges wait for a person.
final class OpenMoneyMeters {
  private OpenMoneyMeters() {}

  static void register(MeterRegistry meters, Polled<Counts> counts) {
    for (Kind kind : Kind.values()) {
      Gauge.builder(
              "antar.payments.for.a.person",
              counts,
              it -> it.value(known -> known.open().getOrDefault(kind, 0L)))
          .description("Refunds and charges that wait for a person.")
          .tag("kind", kind.name().toLowerCase(Locale.ROOT))
          .register(meters);
    }
  }
}
