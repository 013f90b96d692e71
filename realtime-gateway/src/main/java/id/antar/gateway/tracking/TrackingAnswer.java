package id.antar.gateway.tracking;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import id.antar.api.order.OrderStatus;
import id.antar.api.order.OrderView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What who waits at the door is shown of an order: no name, no words of an address, no basket, no
/// money. Places go with the order, a while after its end.
///
/// @param merchant where it is fetched
/// @param door absent also once the person is forgotten
/// @param readyAt when it was ready, or else is to be by the merchant's word
/// @param dropoffEta when it is to be at the door; absent until a courier has accepted it
/// @param vehicle what it comes with, from acceptance to delivery
/// @param endedAt when it was delivered, or how else it ended
public record TrackingAnswer(
    OrderId orderId,
    OrderStatus status,
    OrderStage stage,
    String merchantName,
    @Nullable GeoPoint merchant,
    @Nullable GeoPoint door,
    @Nullable Instant readyAt,
    @Nullable Instant pickupEta,
    @Nullable Instant dropoffEta,
    @Nullable Vehicle vehicle,
    @Nullable Instant endedAt) {

  /// While the order is under way.
  static TrackingAnswer underWay(OrderView order, @Nullable Vehicle vehicle) {
    return new TrackingAnswer(
        order.orderId(),
        order.status(),
        order.stage(),
        order.merchantName(),
        order.pickup(),
        door(order),
        order.readyAt() == null ? order.readyEstimate() : order.readyAt(),
        order.pickedUpAt() == null ? order.pickupEta() : null,
        order.dropoffEta(),
        vehicle,
        null);
  }

  /// How it ended, and for a while where.
  static TrackingAnswer over(OrderView order, boolean withPlaces) {
    return new TrackingAnswer(
        order.orderId(),
        order.status(),
        order.stage(),
        order.merchantName(),
        withPlaces ? order.pickup() : null,
        withPlaces ? door(order) : null,
        null,
        null,
        null,
        null,
        order.deliveredAt() == null ? order.endedAt() : order.deliveredAt());
  }

  private static @Nullable GeoPoint door(OrderView order) {
    var address = order.dropoff().value();
    return address == null ? null : address.point();
  }
}
