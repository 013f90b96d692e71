package id.antar.infra.position;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// What goes between processes.
final class BusMetrics {

  private static final Duration METERED = Duration.ofHours(1);
  private static final double MEDIAN = 0.5;
  private static final double NEARLY_ALL = 0.99;

  private final MeterRegistry meters;
  private final Counter sent;
  private final Counter heard;
  private final Counter lost;
  private final Counter missed;
  private final Counter misunderstood;
  private final Timer lag;

  BusMetrics(MeterRegistry meters) {
    this.meters = meters;
    sent = counter("sent", "Live updates that were sent to other processes");
    heard = counter("heard", "Live updates of other processes that were heard");
    lost = counter("lost", "Live updates that could not be sent");
    missed = counter("missed", "Messages of other processes that came too fast to be read");
    misunderstood =
        counter("misunderstood", "Messages of other processes that were not understood");
    lag =
        Timer.builder("antar.positions.bus.lag")
            .description(
                "From the sending of a message to its being read, by both machines' clocks")
            .publishPercentiles(MEDIAN, NEARLY_ALL)
            .distributionStatisticExpiry(METERED)
            .register(meters);
  }

  private Counter counter(String name, String description) {
    return Counter.builder("antar.positions.bus." + name).description(description).register(meters);
  }

  void connected(BooleanSupplier isConnected) {
    Gauge.builder("antar.positions.bus.connected", () -> isConnected.getAsBoolean() ? 1 : 0)
        .description("Whether this process hears itself through Redis")
        .register(meters);
  }

  void sent(int updates) {
    sent.increment(updates);
  }

  /// @param lagMillis below 0 if the other machine's clock is ahead, which is taken for none
  void heard(int updates, long lagMillis) {
    heard.increment(updates);
    lag.record(Math.max(0, lagMillis), TimeUnit.MILLISECONDS);
  }

  void lost(int updates) {
    lost.increment(updates);
  }

  void missed() {
    missed.increment();
  }

  void misunderstood() {
    misunderstood.increment();
  }
}
