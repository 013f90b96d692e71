package id.antar.command.order;

import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import id.antar.command.decider.Asked;
import java.util.Optional;
import org.axonframework.config.Configuration;

/// Asks an order for its parties within the unit of work of a command on something else. The order
/// is locked in this process until that is committed, so what is decided by the answer is stored
/// before whatever changes it here.
///
/// Who asks has locked its own aggregate first, and an order asks nobody but its merchant: locks
/// are taken in one direction, and no two commands wait for each other.
public final class ReadingOrder {

  private final Asked<Order> orders;

  private ReadingOrder(Asked<Order> orders) {
    this.orders = orders;
  }

  public static ReadingOrder of(Configuration axon) {
    return new ReadingOrder(Asked.of(axon, Order.class, Order::new));
  }

  /// Empty if there is no such order.
  public Optional<Parties> parties(OrderId orderId) {
    return orders.ask(orderId, Order::parties);
  }

  /// Whether this courier would have to collect something at the door, and no operator has said
  /// that it is to be this courier nevertheless.
  public boolean wantsCashBy(CourierId courierId, OrderId orderId) {
    return orders.ask(orderId, order -> order.wantsCashBy(courierId));
  }
}
