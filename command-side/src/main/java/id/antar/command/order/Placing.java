package id.antar.command.order;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.money.Money;
import id.antar.api.order.BasketLine;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderRejection.OrderAlreadyPlaced;
import id.antar.api.order.OrderRejection.OrderTooDear;
import id.antar.api.order.OrderRejection.PaymentDoesNotSum;
import id.antar.api.order.OrderRejection.TipOutOfRange;
import id.antar.api.order.OrderTotal;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentPart;
import id.antar.command.decider.Decision;
import id.antar.command.merchant.Quotation;
import id.antar.command.merchant.Quotation.Quoted;
import id.antar.command.merchant.Quotation.Refused;
import id.antar.command.merchant.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// An order is placed at the price its merchant quotes. What is paid at the door is not waited for,
/// so an order of which nothing is paid before goes to the merchant at once.
final class Placing {

  private Placing() {}

  static Decision<OrderEvent> place(
      PlaceOrder c, Quotation quotation, OrderPolicy policy, Instant now) {
    return switch (quotation) {
      case Refused(var reason) -> Decision.reject(reason);
      case Quoted(var quote) -> place(c, quote, policy, now);
    };
  }

  private static Decision<OrderEvent> place(
      PlaceOrder c, Quote quote, OrderPolicy policy, Instant now) {
    Money limit = quote.total().total();
    if (!limit.isWithinMost()) {
      return Decision.reject(new OrderTooDear(limit));
    }
    if (c.tip() != null && !Tipping.isWithin(c.tip(), limit)) {
      return Decision.reject(new TipOutOfRange(c.tip(), limit));
    }
    OrderTotal total = c.tip() == null ? quote.total() : quote.total().withTip(c.tip());
    Optional<List<PaymentPart>> parts = c.payment().find(total.total());
    if (parts.isEmpty()) {
      return Decision.reject(new PaymentDoesNotSum(c.orderId(), total.total()));
    }
    OrderPlaced placed = placed(c, quote, total, parts.get(), policy, now);
    return placed.waitsForMoney()
        ? accept(placed)
        : accept(placed, submitted(placed, policy, c.occurredAt(), now));
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

  private static OrderPlaced placed(
      PlaceOrder c,
      Quote quote,
      OrderTotal total,
      List<PaymentPart> parts,
      OrderPolicy policy,
      Instant now) {
    return new OrderPlaced(
        c.orderId(),
        c.customerId(),
        c.merchantId(),
        quote.merchantName(),
        quote.pickup(),
        c.recipient(),
        c.dropoff(),
        quote.lines(),
        total,
        policy.pricing().terms(total),
        c.voucher(),
        PaymentId.ofOrder(c.orderId()),
        parts,
        now.plus(policy.lifetime()),
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
        && order.total().tip().equals(tip(order, c))
        && Objects.equals(order.voucher(), c.voucher())
        && c.payment().find(order.total().total()).filter(order.payment()::equals).isPresent();
  }

  private static Money tip(OrderPlaced order, PlaceOrder c) {
    return c.tip() == null ? Money.zero(order.total().total().currency()) : c.tip();
  }
}
