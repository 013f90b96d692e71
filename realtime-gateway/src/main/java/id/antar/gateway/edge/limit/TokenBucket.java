package id.antar.gateway.edge.limit;

import java.util.concurrent.TimeUnit;

/// A token bucket. Not safe for use by several threads.
public final class TokenBucket {

  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final double perSecond;
  private final double burst;
  private double tokens;
  private long filledNanos;

  public TokenBucket(double perSecond, double burst, long nowNanos) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.tokens = burst;
    this.filledNanos = nowNanos;
  }

  public boolean tryTake(long nowNanos) {
    double earned = (nowNanos - filledNanos) / NANOS_PER_SECOND * perSecond;
    tokens = Math.min(burst, tokens + Math.max(0, earned));
    filledNanos = nowNanos;
    if (tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }
}
