package id.antar.infra.startup;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How a process stops.
///
/// @param settle how long it waits, once it has said that it is about to go, before it sends its
///   streams elsewhere: so long that whoever spreads requests has seen it; unless given 3 s in a
///   cluster, and not at all alone
@ConfigurationProperties("antar.stop")
public record StopProperties(@Nullable Duration settle) {
  private static final Duration IN_A_CLUSTER = Duration.ofSeconds(3);

  public StopProperties {
    if (settle != null && settle.isNegative()) {
      throw new IllegalArgumentException("antar.stop.settle is negative.");
    }
  }

  Duration settle(boolean isAlone) {
    if (settle != null) {
      return settle;
    }
    return isAlone ? Duration.ZERO : IN_A_CLUSTER;
  }
}
