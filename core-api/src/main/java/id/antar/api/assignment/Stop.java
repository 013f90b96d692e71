package id.antar.api.assignment;

import id.antar.api.order.OrderId;
import java.time.Instant;

/// One place of a trip: where an order is picked up, dropped off, or brought back.
///
/// @param eta when the courier is to arrive there, as planned when the stop was made
public record Stop(Kind kind, OrderId orderId, Instant eta) {

  public enum Kind {
    PICKUP,
    DROPOFF,
    RETURN
  }

  public static Stop pickup(OrderId orderId, Instant eta) {
    return new Stop(Kind.PICKUP, orderId, eta);
  }

  public static Stop dropoff(OrderId orderId, Instant eta) {
    return new Stop(Kind.DROPOFF, orderId, eta);
  }
}
