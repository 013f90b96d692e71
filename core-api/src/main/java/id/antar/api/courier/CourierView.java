package id.antar.api.courier;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.geo.Vehicle;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A courier as the board shows them: duty, what is offered, what is being carried.
///
/// @param offerId the assignment that waits for this courier's answer
/// @param tripId the assignment that this courier has accepted and not finished
/// @param orders the orders of the trip that are not finished
/// @param cashInHand what the courier was paid at doors and has not brought in, one amount for each
///   currency
/// @param cashLimitReached whether it is so much that no order comes that is paid in cash
public record CourierView(
    CourierId courierId,
    Personal<CourierProfile> profile,
    Vehicle vehicle,
    int capacity,
    CourierDuty duty,
    @Nullable AssignmentId offerId,
    @Nullable AssignmentId tripId,
    List<OrderId> orders,
    int delivered,
    List<Money> cashInHand,
    boolean cashLimitReached,
    Instant changedAt) {

  public CourierView {
    orders = List.copyOf(orders);
    cashInHand = List.copyOf(cashInHand);
  }
}
