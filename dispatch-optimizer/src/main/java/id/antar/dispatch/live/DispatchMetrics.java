package id.antar.dispatch.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// What the dispatcher tells about itself.
final class DispatchMetrics {

  private final Timer rounds;
  private final DistributionSummary decisionBytes;
  private final Counter passedOver;
  private final Counter failedRounds;
  private final MeterRegistry registry;
  private final AtomicInteger openOrders = new AtomicInteger();
  private final AtomicInteger idleCouriers = new AtomicInteger();

  DispatchMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.rounds =
        Timer.builder("antar.dispatch.round").publishPercentileHistogram().register(registry);
    this.decisionBytes =
        DistributionSummary.builder("antar.dispatch.decision").baseUnit("bytes").register(registry);
    this.passedOver = registry.counter("antar.dispatch.events.passed.over");
    this.failedRounds = registry.counter("antar.dispatch.rounds.failed");
    var _ = registry.gauge("antar.dispatch.orders.open", openOrders);
    var _ = registry.gauge("antar.dispatch.couriers.idle", idleCouriers);
  }

  void round(Duration duration) {
    rounds.record(duration);
  }

  void roundFailed() {
    failedRounds.increment();
  }

  void situation(int open, int idle) {
    openOrders.set(open);
    idleCouriers.set(idle);
  }

  void decision(int bytes) {
    decisionBytes.record(bytes);
  }

  /// @param result accepted, refused or failed
  void offer(String result) {
    registry.counter("antar.dispatch.offers", "result", result).increment();
  }

  void eventPassedOver() {
    passedOver.increment();
  }
}
