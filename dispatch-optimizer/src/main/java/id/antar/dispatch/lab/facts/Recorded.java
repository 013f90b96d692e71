package id.antar.dispatch.lab.facts;

import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an order really fared.
///
/// @param courierId who delivered it
/// @param waited seconds that couriers stood at the merchant's for it
/// @param legs driven to its stops
public record Recorded(
    OrderId orderId,
    @Nullable CourierId courierId,
    @Nullable Instant pickedUpAt,
    @Nullable Instant deliveredAt,
    int waited,
    List<Driven> legs) {

  public Recorded {
    legs = List.copyOf(legs);
  }
}
