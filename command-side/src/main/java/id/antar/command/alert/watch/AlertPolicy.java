package id.antar.command.alert.watch;

import id.antar.api.alert.AlertKind;
import java.time.Duration;

/// From when on something is an alert. Engine time, but for `projectionLagging`.
///
/// @param late of an order, after the first promise
/// @param stuck without having moved by `stuckMetres`
/// @param noCourier of an order that a courier should be on the way for
/// @param courierSilent since the last position
/// @param merchantSlow after the time at which orders were to be ready
/// @param merchantOrders of so many orders of a merchant at most the mean is taken
/// @param gatewayFailing calls of the last ones that fail, in percent
/// @param projectionLagging in real time
/// @param calm for how long something has to be below its threshold to be over
public record AlertPolicy(
    Duration late,
    Duration stuck,
    double stuckMetres,
    Duration noCourier,
    Duration courierSilent,
    Duration merchantSlow,
    int merchantOrders,
    double gatewayFailing,
    Duration projectionLagging,
    Duration calm) {

  /// A phone and the network between do not become faster with the engine's clock.
  private static final Duration LEAST_SILENCE = Duration.ofSeconds(15);

  public AlertPolicy {
    requirePositive("late", late);
    requirePositive("stuck", stuck);
    requirePositive("no-courier", noCourier);
    requirePositive("courier-silent", courierSilent);
    requirePositive("merchant-slow", merchantSlow);
    requirePositive("projection-lagging", projectionLagging);
    requirePositive("calm", calm);
    require(stuckMetres > 0, "stuck-metres", stuckMetres);
    require(merchantOrders >= SlowMerchants.LEAST_ORDERS, "merchant-orders", merchantOrders);
    require(gatewayFailing > 0 && gatewayFailing < 100, "gateway-failing", gatewayFailing);
  }

  public static AlertPolicy standard() {
    return new AlertPolicy(
        Duration.ofMinutes(10),
        Duration.ofMinutes(5),
        50,
        Duration.ofMinutes(5),
        Duration.ofMinutes(3),
        Duration.ofMinutes(10),
        8,
        50,
        Duration.ofSeconds(30),
        Duration.ofMinutes(1));
  }

  /// The same where the engine's clock is so many times as fast as life.
  public AlertPolicy at(double speed) {
    var least = Duration.ofNanos((long) (LEAST_SILENCE.toNanos() * speed));
    return new AlertPolicy(
        late,
        longer(stuck, least),
        stuckMetres,
        noCourier,
        longer(courierSilent, least),
        merchantSlow,
        merchantOrders,
        gatewayFailing,
        projectionLagging,
        calm);
  }

  /// In the kind's unit.
  public double threshold(AlertKind kind) {
    return switch (kind) {
      case LATE -> seconds(late);
      case STUCK -> seconds(stuck);
      case NO_COURIER -> seconds(noCourier);
      case COURIER_SILENT -> seconds(courierSilent);
      case MERCHANT_SLOW -> seconds(merchantSlow);
      case GATEWAY_FAILING -> gatewayFailing;
      case PROJECTION_LAGGING -> seconds(projectionLagging);
    };
  }

  private static double seconds(Duration span) {
    return span.toMillis() / 1e3;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static void requirePositive(String name, Duration span) {
    require(span.isPositive(), name, span);
  }

  private static void require(boolean holds, String name, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(
          "antar.alerts.%s (%s) makes no sense.".formatted(name, value));
    }
  }
}
