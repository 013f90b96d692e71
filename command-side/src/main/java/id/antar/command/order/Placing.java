package id.antar.command.order;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.order.BasketLine;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderRejection.OrderAlreadyPlaced;
import id.antar.api.payment.PaymentId;
import id.antar.command.decider.Decision;
import id.antar.command.merchant.Quotation;
import id.antar.command.merchant.Quotation.Quoted;
import id.antar.command.merchant.Quotation.Refused;
import id.antar.command.merchant.Quote;
import id.antar.command.order.OrderState.Known;
import java.time.Instant;
import java.util.List;

/// An order is placed at the price its merchant quotes. Cash is paid at the door, so such an order
/// goes to the merchant at once.
final class Placing {

  private Placing() {}

  static Decision<OrderEvent> place(
      PlaceOrder c, Quotation quotation, OrderPolicy policy, Instant now) {
    return switch (quotation) {
      case Refused(var reason) -> Decision.reject(reason);
      case Quoted(var quote) -> {
        OrderPlaced placed = placed(c, quote, now.plus(policy.lifetime()));
        yield c.payment().method().isPrepaid()
            ? accept(placed)
            : accept(placed, submitted(placed, policy, c.occurredAt(), now));
      }
    };
  }

  static Decision<OrderEvent> placeAgain(Known order, PlaceOrder c) {
    return sameContent(order.order(), c)
        ? satisfied()
        : Decision.reject(new OrderAlreadyPlaced(c.orderId()));
  }

  static OrderSubmitted submitted(
      OrderPlaced order, OrderPolicy policy, Instant occurredAt, Instant now) {
    return new OrderSubmitted(
        order.orderId(), order.merchantId(), now.plus(policy.confirmation()), occurredAt);
  }

  private static OrderPlaced placed(PlaceOrder c, Quote quote, Instant expiresAt) {
    return new OrderPlaced(
        c.orderId(),
        c.customerId(),
        c.merchantId(),
        quote.merchantName(),
        quote.pickup(),
        c.recipient(),
        c.dropoff(),
        quote.lines(),
        quote.total(),
        PaymentId.ofOrder(c.orderId()),
        c.payment(),
        expiresAt,
        c.occurredAt());
  }

  private static boolean sameContent(OrderPlaced order, PlaceOrder c) {
    List<BasketLine> basket =
        order.lines().stream()
            .map(line -> new BasketLine(line.productId(), line.quantity(), line.unitPrice()))
            .toList();
    return order.customerId().equals(c.customerId())
        && order.merchantId().equals(c.merchantId())
        && basket.equals(c.basket())
        && order.recipient().equals(c.recipient())
        && order.dropoff().equals(c.dropoff())
        && order.payment().equals(c.payment());
  }
}
