package id.antar.infra.position;

import java.util.function.BooleanSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// Without Redis each process hears of the couriers who report to it, and orders go on.
final class RedisHealth implements HealthIndicator {

  private static final Status DEGRADED = new Status("DEGRADED");

  private final BooleanSupplier isConnected;

  RedisHealth(BooleanSupplier isConnected) {
    this.isConnected = isConnected;
  }

  @Override
  public Health health() {
    return isConnected.getAsBoolean()
        ? Health.up().build()
        : Health.status(DEGRADED)
            .withDetail("error", "Positions do not go between processes.")
            .build();
  }
}
