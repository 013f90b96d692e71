package id.antar.gateway.payment.webhook;

import id.antar.gateway.edge.limit.TokenBucket;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many deliveries are refused to one network before it is told to keep away. Of networks the
/// latest are remembered.
final class Intake {

  private static final int NETWORKS = 2_000;

  private final int perSecond;
  private final int burst;
  private final Map<String, TokenBucket> limits =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
          return size() > NETWORKS;
        }
      };

  Intake(int perSecond, int burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  synchronized boolean admits(String network, long nowNanos) {
    return limits
        .computeIfAbsent(network, _ -> new TokenBucket(perSecond, burst, nowNanos))
        .tryTake(nowNanos);
  }
}
