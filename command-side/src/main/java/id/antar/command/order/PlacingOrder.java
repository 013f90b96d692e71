package id.antar.command.order;

import id.antar.api.message.Receipt;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.command.decider.StreamId;
import id.antar.command.merchant.Merchant;
import id.antar.command.merchant.Quotation;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/// Places an order at its merchant's quote, both within one unit of work, so that the price cannot
/// change in between.
///
/// The order is locked first and the merchant second, and nothing locks them the other way round
/// (see [ReadingOrder]), so no two commands can wait for each other. A repeat never gets as far as
/// the merchant.
final class PlacingOrder {

  private final Repository<Order> orders;
  private final Repository<Merchant> merchants;
  private final OrderRules rules;

  PlacingOrder(Repository<Order> orders, Repository<Merchant> merchants, OrderRules rules) {
    this.orders = orders;
    this.merchants = merchants;
    this.rules = rules;
  }

  @CommandHandler
  Receipt handle(PlaceOrder command) throws Exception {
    return orders
        .loadOrCreate(StreamId.of(command.orderId()), Order::new)
        .invoke(order -> order.place(command, () -> quote(command), rules));
  }

  /// A merchant that does not exist is asked too, and answers that it is unknown.
  private Quotation quote(PlaceOrder command) {
    try {
      return merchants
          .loadOrCreate(StreamId.of(command.merchantId()), Merchant::new)
          .invoke(merchant -> merchant.quote(command.merchantId(), command.basket()));
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IllegalStateException("Merchant " + command.merchantId() + " not read.", failed);
    }
  }
}
