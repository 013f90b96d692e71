package id.antar.command.order;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;
import static id.antar.command.order.Stages.notNow;

import id.antar.api.money.Money;
import id.antar.api.order.OrderCommand.ConfirmTip;
import id.antar.api.order.OrderCommand.FailTip;
import id.antar.api.order.OrderCommand.GiveTip;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.TipFailed;
import id.antar.api.order.OrderEvent.TipGiven;
import id.antar.api.order.OrderEvent.TipPaid;
import id.antar.api.order.OrderRejection.NotYourOrder;
import id.antar.api.order.OrderRejection.PaymentMismatch;
import id.antar.api.order.OrderRejection.TipAlreadyGiven;
import id.antar.api.order.OrderRejection.TipNotInCash;
import id.antar.api.order.OrderRejection.TipOutOfRange;
import id.antar.api.order.OrderRejection.TooLateForATip;
import id.antar.api.order.OrderStage;
import id.antar.api.payment.PaymentId;
import id.antar.command.decider.Decision;
import id.antar.command.order.Known.Ended;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The customer thanks the courier, with one tip that is paid, after the order was delivered, and
/// with no more than the order cost without what was promised before. Whether the tip comes is not
/// the order's concern.
final class Tipping {

  private Tipping() {}

  static Decision<OrderEvent> give(Known order, GiveTip c, OrderPolicy policy, Instant now) {
    if (!order.order().customerId().equals(c.customerId())) {
      return reject(new NotYourOrder(c.orderId()));
    }
    if (!(order instanceof Ended ended) || ended.stage() != OrderStage.DELIVERED) {
      return notNow(order, c);
    }
    @Nullable TipGiven before = ended.tip();
    if (before != null) {
      boolean same =
          c.number() == ended.tips()
              && before.amount().equals(c.amount())
              && before.choice().equals(c.choice());
      return same ? satisfied() : reject(new TipAlreadyGiven(c.orderId()));
    }
    if (c.number() != ended.tips() + 1) {
      return reject(new TipAlreadyGiven(c.orderId()));
    }
    if (!c.choice().method().isPrepaid()) {
      return reject(new TipNotInCash(c.orderId()));
    }
    Money limit = order.order().total().withoutTip();
    if (!isWithin(c.amount(), limit)) {
      return reject(new TipOutOfRange(c.amount(), limit));
    }
    return now.isAfter(ended.endedAt().plus(policy.pricing().tipWithin()))
        ? reject(new TooLateForATip(c.orderId()))
        : accept(given(ended, c));
  }

  static Decision<OrderEvent> confirm(Known order, ConfirmTip c) {
    if (!(order instanceof Ended ended)
        || ended.tip() == null
        || !ended.tip().paymentId().equals(c.paymentId())) {
      return reject(new PaymentMismatch(c.orderId()));
    }
    TipGiven tip = ended.tip();
    return ended.tipPaid()
        ? satisfied()
        : accept(
            new TipPaid(
                c.orderId(), tip.customerId(), tip.courierId(), tip.amount(), c.occurredAt()));
  }

  static Decision<OrderEvent> fail(Known order, FailTip c) {
    boolean open =
        order instanceof Ended ended
            && ended.tip() != null
            && !ended.tipPaid()
            && ended.tip().paymentId().equals(c.paymentId());
    return open
        ? accept(
            new TipFailed(
                c.orderId(), order.order().customerId(), c.paymentId(), c.reason(), c.occurredAt()))
        : satisfied();
  }

  static boolean isWithin(Money tip, Money limit) {
    return tip.currency().equals(limit.currency())
        && tip.minor() > 0
        && tip.minor() <= limit.minor();
  }

  private static TipGiven given(Ended order, GiveTip c) {
    return new TipGiven(
        c.orderId(),
        c.customerId(),
        order.findCarrier().orElseThrow().courierId(),
        PaymentId.ofTip(c.orderId(), c.number()),
        c.amount(),
        c.choice(),
        c.occurredAt());
  }
}
