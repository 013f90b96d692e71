package id.antar.dispatch.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// What the dispatcher tells about itself.
final class DispatchMetrics {

  private final Timer rounds;
  private final DistributionSummary decisionBytes;
  private final Counter passedOver;
  private final Counter failedRounds;
  private final Counter silent;
  private final MeterRegistry registry;
  private volatile BooleanSupplier held = () -> true;
  private final AtomicInteger openOrders = new AtomicInteger();
  private final AtomicInteger idleCouriers = new AtomicInteger();
  private final AtomicInteger plannedOrders = new AtomicInteger();
  private final AtomicInteger plannedCouriers = new AtomicInteger();
  private final AtomicInteger load = new AtomicInteger();
  private final AtomicInteger pinnedToNobody = new AtomicInteger();

  DispatchMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.rounds =
        Timer.builder("antar.dispatch.round").publishPercentileHistogram().register(registry);
    this.decisionBytes =
        DistributionSummary.builder("antar.dispatch.decision").baseUnit("bytes").register(registry);
    this.passedOver = registry.counter("antar.dispatch.events.passed.over");
    this.silent = registry.counter("antar.dispatch.silent");
    this.failedRounds = registry.counter("antar.dispatch.rounds.failed");
    ofZone("antar.dispatch.orders.open", openOrders);
    ofZone("antar.dispatch.couriers.idle", idleCouriers);
    ofZone("antar.dispatch.orders.planned", plannedOrders);
    ofZone("antar.dispatch.couriers.planned", plannedCouriers);
    ofZone("antar.dispatch.load", load);
    ofZone("antar.dispatch.orders.pinned.to.nobody", pinnedToNobody);
  }

  /// Who only stands by counts nothing, so that all processes can be added up.
  private void ofZone(String name, AtomicInteger value) {
    var _ = Gauge.builder(name, () -> held.getAsBoolean() ? value.get() : 0).register(registry);
  }

  /// @param isHeld whether the zone is planned here
  void tenure(BooleanSupplier isHeld) {
    held = isHeld;
    var _ =
        Gauge.builder("antar.dispatch.tenure", () -> isHeld.getAsBoolean() ? 1 : 0)
            .register(registry);
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

  /// @param openPerHundred open orders per hundred couriers on duty
  void planned(int orders, int couriers, int openPerHundred, int pinned) {
    plannedOrders.set(orders);
    plannedCouriers.set(couriers);
    load.set(openPerHundred);
    pinnedToNobody.set(pinned);
  }

  /// @param what offer, amendment or abandonment
  /// @param result accepted, refused or failed
  void sent(String what, String result) {
    registry.counter("antar.dispatch." + what + "s", "result", result).increment();
  }

  /// A courier was given up who is not heard of any more.
  void silent() {
    silent.increment();
  }

  /// @param what order, courier or merchant
  void leftOut(String what) {
    registry.counter("antar.dispatch.left.out", "what", what).increment();
  }

  void eventPassedOver() {
    passedOver.increment();
  }
}
