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
/// @param merchantPlace where it is made, and brought back to
/// @param pickup where it is to be fetched: at the merchant's, or where a lost courier left it
/// @param dropoff absent once the customer is forgotten
/// @param readyAt absent until the merchant has confirmed
/// @param readiness how sure that is
/// @param heldBy the assignment that it is offered with or carried by
/// @param carried picked up: no longer a matter of dispatch
/// @param pinnedTo the only courier who may carry it
/// @param declines by courier id, when
/// @param inCash whether the courier has to collect something at the door
record BoardOrder(
    OrderId orderId,
    MerchantId merchantId,
    GeoPoint merchantPlace,
    GeoPoint pickup,
    @Nullable GeoPoint dropoff,
    Instant placedAt,
    @Nullable Instant readyAt,
    Readiness readiness,
    @Nullable AssignmentId heldBy,
    boolean carried,
    @Nullable CourierId pinnedTo,
    Map<String, Instant> declines,
    boolean inCash) {

  enum Readiness {
    PROMISED,
    /// The merchant has corrected the promise.
    REVISED,
    /// It is ready, or lies where it can be fetched.
    READY
  }

  static BoardOrder placed(
      OrderId orderId,
      MerchantId merchantId,
      GeoPoint merchantPlace,
      @Nullable GeoPoint dropoff,
      Instant placedAt,
      boolean inCash) {
    return new BoardOrder(
        orderId,
        merchantId,
        merchantPlace,
        merchantPlace,
        dropoff,
        placedAt,
        null,
        Readiness.PROMISED,
        null,
        false,
        null,
        Map.of(),
        inCash);
  }

  boolean isOpen() {
    return readyAt != null && dropoff != null && heldBy == null && !carried;
  }

  /// It does not lie at the merchant's any more.
  boolean isHandover() {
    return !pickup.equals(merchantPlace);
  }

  BoardOrder withReadyAt(Instant at, Readiness how) {
    return with(pickup, at, how, heldBy, carried, pinnedTo, declines);
  }

  BoardOrder withHeldBy(@Nullable AssignmentId assignmentId) {
    return with(pickup, readyAt, readiness, assignmentId, carried, pinnedTo, declines);
  }

  BoardOrder withCarried() {
    return with(pickup, readyAt, readiness, heldBy, true, pinnedTo, declines);
  }

  BoardOrder withPinnedTo(@Nullable CourierId courierId) {
    return with(pickup, readyAt, readiness, heldBy, carried, courierId, declines);
  }

  BoardOrder withDecline(CourierId courierId, Instant at) {
    var more = new TreeMap<>(declines);
    more.put(courierId.value(), at);
    return with(pickup, readyAt, readiness, heldBy, carried, pinnedTo, more);
  }

  /// Its courier was lost. It is fetched where they left it, or made again.
  BoardOrder withStranded(@Nullable GeoPoint handover, Instant fetchableFrom) {
    return handover == null
        ? with(merchantPlace, fetchableFrom, Readiness.PROMISED, heldBy, false, null, declines)
        : with(handover, fetchableFrom, Readiness.READY, heldBy, false, null, declines);
  }

  private BoardOrder with(
      GeoPoint place,
      @Nullable Instant ready,
      Readiness how,
      @Nullable AssignmentId holder,
      boolean isCarried,
      @Nullable CourierId pin,
      Map<String, Instant> declined) {
    return new BoardOrder(
        orderId,
        merchantId,
        merchantPlace,
        place,
        dropoff,
        placedAt,
        ready,
        how,
        holder,
        isCarried,
        pin,
        declined,
        inCash);
  }
}
