package id.antar.command.order;

import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import id.antar.command.decider.StreamId;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Repository;

/// Asks an order for its parties within the unit of work of a command on something else. The order
/// is locked until that is committed, so the answer holds as long as it is needed, and what is
/// decided by it is stored before whatever changes it.
///
/// Who asks has locked its own aggregate first, and an order asks nobody but its merchant: locks
/// are taken in one direction, and no two commands wait for each other.
public final class ReadingOrder {

  private final Repository<Order> orders;

  private ReadingOrder(Repository<Order> orders) {
    this.orders = orders;
  }

  public static ReadingOrder of(Configuration axon) {
    return new ReadingOrder(axon.repository(Order.class));
  }

  /// Empty if there is no such order.
  public Optional<Parties> parties(OrderId orderId) {
    return ask(orderId, Order::parties);
  }

  /// Whether this courier would have to collect something at the door, and no operator has said
  /// that it is to be this courier nevertheless.
  public boolean wantsCashBy(CourierId courierId, OrderId orderId) {
    return ask(orderId, order -> order.wantsCashBy(courierId));
  }

  private <T> T ask(OrderId orderId, Function<Order, T> question) {
    try {
      return orders.loadOrCreate(StreamId.of(orderId), Order::new).invoke(question);
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IllegalStateException("Order " + orderId + " not read.", failed);
    }
  }
}
