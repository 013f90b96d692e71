package id.antar.dispatch.lab.run;

import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import org.jspecify.annotations.Nullable;

/// How an order fared, really or in a run. Times are seconds from the start of the runs, -1 where
/// it did not come so far.
///
/// @param waited seconds that couriers stood at the merchant's for it
/// @param metres that couriers drove to its stops
/// @param courierId who delivered it
public record Fared(
    OrderId orderId,
    int placed,
    int ready,
    int pickedUp,
    int delivered,
    int waited,
    double metres,
    @Nullable CourierId courierId) {

  public boolean isDelivered() {
    return delivered >= 0;
  }

  public int clickToDoor() {
    return delivered - placed;
  }
}
