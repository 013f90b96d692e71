package id.antar.infra.alert;

import id.antar.command.alert.watch.AlertPolicy;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// From when on something is an alert. Engine time, but for `every` and `projectionLagging`.
///
/// @param watching whether this process looks by itself
/// @param every so often, in real time
/// @param late of an order, after the first promise
/// @param stuck of a courier who has not moved by `stuckMetres`
/// @param noCourier of an order that a courier should be on the way for
/// @param courierSilent since the last position
/// @param merchantSlow after the time at which orders were to be ready
/// @param merchantOrders of so many orders of a merchant at most the mean is taken
/// @param gatewayFailing calls of the last ones that fail, in percent
/// @param projectionLagging in real time
/// @param calm for how long something has to be below its threshold to be over
@ConfigurationProperties("antar.alerts")
public record AlertProperties(
    @DefaultValue("true") boolean watching,
    @DefaultValue("PT2S") Duration every,
    @DefaultValue("PT10M") Duration late,
    @DefaultValue("PT5M") Duration stuck,
    @DefaultValue("50") double stuckMetres,
    @DefaultValue("PT5M") Duration noCourier,
    @DefaultValue("PT3M") Duration courierSilent,
    @DefaultValue("PT10M") Duration merchantSlow,
    @DefaultValue("8") int merchantOrders,
    @DefaultValue("50") double gatewayFailing,
    @DefaultValue("PT30S") Duration projectionLagging,
    @DefaultValue("PT1M") Duration calm) {

  private static final Duration SHORTEST = Duration.ofMillis(500);

  public AlertProperties {
    if (every.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("antar.alerts.every (" + every + ") is below " + SHORTEST);
    }
  }

  AlertPolicy policy() {
    return new AlertPolicy(
        late,
        stuck,
        stuckMetres,
        noCourier,
        courierSilent,
        merchantSlow,
        merchantOrders,
        gatewayFailing,
        projectionLagging,
        calm);
  }
}
