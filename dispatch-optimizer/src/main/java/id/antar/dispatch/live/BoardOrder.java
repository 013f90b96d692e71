package id.antar.dispatch.live;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An order that has not ended.
///
/// @param dropoff absent once the customer is forgotten
/// @param readyAt absent until the merchant has confirmed
/// @param heldBy the assignment that it is offered with or carried by
/// @param carried picked up: no longer a matter of dispatch
/// @param declines by courier id, when
record BoardOrder(
    OrderId orderId,
    MerchantId merchantId,
    GeoPoint pickup,
    @Nullable GeoPoint dropoff,
    Instant placedAt,
    @Nullable Instant readyAt,
    @Nullable AssignmentId heldBy,
    boolean carried,
    Map<String, Instant> declines) {

  boolean isOpen() {
    return readyAt != null && dropoff != null && heldBy == null && !carried;
  }

  BoardOrder withReadyAt(Instant at) {
    return new BoardOrder(
        orderId, merchantId, pickup, dropoff, placedAt, at, heldBy, carried, declines);
  }

  BoardOrder withHeldBy(@Nullable AssignmentId assignmentId) {
    return new BoardOrder(
        orderId, merchantId, pickup, dropoff, placedAt, readyAt, assignmentId, carried, declines);
  }

  BoardOrder withCarried() {
    return new BoardOrder(
        orderId, merchantId, pickup, dropoff, placedAt, readyAt, heldBy, true, declines);
  }

  BoardOrder withDecline(CourierId courierId, Instant at) {
    var more = new TreeMap<>(declines);
    more.put(courierId.value(), at);
    return new BoardOrder(
        orderId, merchantId, pickup, dropoff, placedAt, readyAt, heldBy, carried, more);
  }
}
