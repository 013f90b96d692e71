package id.antar.dispatch.lab.facts;

import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened to an order that no dispatcher decided.
///
/// @param said what its merchant and operators said of it, in sequence: ready times and pins
/// @param readyAt when it really was ready
/// @param calledOff by its customer, its merchant or an operator
/// @param pickupService seconds its courier needed at the merchant's, if it was picked up
/// @param dropoffService seconds its courier needed at the door, if it was delivered
/// @param shutDoor seconds its courier stood before a door that nobody opened
/// @param measured placed within the window, and not before it
public record OrderFacts(
    OrderPlaced placed,
    OrderConfirmed confirmed,
    List<OrderEvent> said,
    Instant readyAt,
    @Nullable OrderCancelled calledOff,
    @Nullable Integer pickupService,
    @Nullable Integer dropoffService,
    @Nullable Integer shutDoor,
    @Nullable Mishap mishap,
    boolean measured) {

  public OrderFacts {
    said = List.copyOf(said);
  }

  public OrderId orderId() {
    return placed.orderId();
  }

  public GeoPoint door() {
    return placed
        .dropoff()
        .find()
        .map(Address::point)
        .orElseThrow(() -> new IllegalStateException("Nobody knows the door of " + orderId()));
  }

  /// Whether its times say anything about dispatch.
  public boolean counts() {
    return measured && calledOff == null && shutDoor == null;
  }
}
