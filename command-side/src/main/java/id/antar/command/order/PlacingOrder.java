package id.antar.command.order;

import id.antar.api.message.Receipt;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.command.decider.Memory;
import id.antar.command.decider.StreamId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/// Places an order at its merchant's quote, both within one unit of work, so that the price cannot
/// change in between and a voucher's last use is one order's. It is taken for a new one, which it
/// nearly always is: the store is asked only if that turns out to be wrong.
final class PlacingOrder {

  private final Repository<Order> orders;
  private final OrderRules rules;

  PlacingOrder(Repository<Order> orders, OrderRules rules) {
    this.orders = orders;
    this.rules = rules;
  }

  @CommandHandler
  Receipt handle(PlaceOrder command) throws Exception {
    String id = StreamId.of(command.orderId());
    return Memory.takeForNew(id, () -> orders.loadOrCreate(id, Order::new))
        .invoke(order -> order.place(command, rules));
  }
}
