package id.antar.infra.alert;

import id.antar.api.order.OrderId;
import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.LiveUpdate.OrderEta;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// When orders will be at their doors by the last positions of their couriers.
final class LiveDoors implements Consumer<LiveUpdate> {

  /// Older than that, the plan knows as much.
  private static final Duration GOOD_FOR = Duration.ofMinutes(2);

  private final ConcurrentMap<OrderId, OrderEta> latest = new ConcurrentHashMap<>();
  private volatile Instant swept = Instant.EPOCH;

  @Override
  public void accept(LiveUpdate update) {
    switch (update) {
      case OrderEta eta -> take(eta);
      case CourierPosition _ -> {}
    }
  }

  private void take(OrderEta eta) {
    latest.put(eta.orderId(), eta);
    if (swept.plus(GOOD_FOR).isBefore(eta.estimatedAt())) {
      sweep(eta.estimatedAt());
    }
  }

  /// Also where nobody asks.
  private void sweep(Instant now) {
    swept = now;
    latest.values().removeIf(eta -> eta.estimatedAt().plus(GOOD_FOR).isBefore(now));
  }

  Map<OrderId, Instant> at(Instant now) {
    sweep(now);
    return latest.values().stream()
        .collect(Collectors.toMap(OrderEta::orderId, OrderEta::dropoffEta));
  }
}
