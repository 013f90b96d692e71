package id.antar.gateway.payment.webhook;

import id.antar.gateway.edge.limit.TokenBucket;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many deliveries are taken from one address, so that one that only forges keeps nobody else
/// out. Of addresses the latest are remembered.
final class Intake {

  private static final int ADDRESSES = 2_000;

  private final int perSecond;
  private final int burst;
  private final Map<String, TokenBucket> limits =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
          return size() > ADDRESSES;
        }
      };

  Intake(int perSecond, int burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  synchronized boolean admits(String address, long nowNanos) {
    return limits
        .computeIfAbsent(address, _ -> new TokenBucket(perSecond, burst, nowNanos))
        .tryTake(nowNanos);
  }
}
