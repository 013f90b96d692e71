package id.antar.dispatch.live;

import id.antar.api.geo.GeoPoint;
import id.antar.dispatch.learned.LearnedTimes;
import id.antar.dispatch.plan.DispatchPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// What is expected of orders and stops, in seconds from a round's `now`.
final class Estimates {

  /// Nothing further away in time makes a difference.
  private static final int HORIZON = Math.toIntExact(Duration.ofDays(1).toSeconds());

  private final LearnedTimes learned;
  private final DispatchPolicy policy;
  private final Instant now;

  Estimates(LearnedTimes learned, DispatchPolicy policy, Instant now) {
    this.learned = learned;
    this.policy = policy;
    this.now = now;
  }

  Instant now() {
    return now;
  }

  int seconds(Instant at) {
    return Math.clamp(Duration.between(now, at).toSeconds(), -HORIZON, HORIZON);
  }

  /// When a confirmed order will be ready, or since when it has been.
  int ready(BoardOrder order) {
    Instant said = Objects.requireNonNull(order.readyAt());
    return seconds(
        switch (order.readiness()) {
          case PROMISED -> learned.readyAt(order.merchantId(), said, now);
          case REVISED -> learned.revisedReadyAt(order.merchantId(), said, now);
          case READY -> said;
        });
  }

  int pickupService(BoardOrder order) {
    return order.isHandover() ? policy.pickupService() : learned.pickupService(order.merchantId());
  }

  int dropoffService(GeoPoint door) {
    return learned.dropoffService(door);
  }
}
