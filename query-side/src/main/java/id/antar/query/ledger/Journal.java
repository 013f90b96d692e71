package id.antar.query.ledger;

import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierEvent.CashHandedIn;
import id.antar.api.ledger.Account;
import id.antar.api.ledger.LedgerLine.Purpose;
import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.DeliveredThoughOff;
import id.antar.api.order.OrderEvent.OrderSettled;
import id.antar.api.order.OrderEvent.TipPaid;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.CashCollected;
import id.antar.api.payment.PaymentEvent.ChargeCaptured;
import id.antar.api.payment.PaymentEvent.ChargebackReversed;
import id.antar.api.payment.PaymentEvent.ChargedBack;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.RefundSource;
import id.antar.api.payout.PayoutEvent;
import id.antar.api.payout.PayoutEvent.PayoutRecorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Double entry: what an event does to the accounts. Depends on the event alone, so that entries
/// can be made in any order, and sums to zero for every event there is.
final class Journal {

  private Journal() {}

  /// @param amount a debit if positive, a credit if negative; never zero
  record Posting(Account account, Purpose purpose, Money amount) {
    Posting and(Posting other) {
      return new Posting(account, purpose, amount.plus(other.amount));
    }
  }

  /// @param subject what it is about: an order, a handover, a payout
  /// @param postings one for each account and purpose
  record Entry(String subject, Instant occurredAt, List<Posting> postings) {
    Entry {
      postings = together(postings);
    }

    private static List<Posting> together(List<Posting> postings) {
      Map<List<Object>, Posting> one = new LinkedHashMap<>();
      for (Posting each : postings) {
        one.merge(
            List.of(each.account(), each.purpose(), each.amount().currency()), each, Posting::and);
      }
      return one.values().stream().filter(it -> it.amount().minor() != 0).toList();
    }
  }

  static Entry entryOf(Object event) {
    return switch (event) {
      case OrderEvent e -> new Entry(e.orderId().value(), e.occurredAt(), ofOrder(e));
      case PaymentEvent e -> new Entry(e.orderId().value(), e.occurredAt(), ofPayment(e));
      case CourierEvent e -> new Entry(subjectOf(e), e.occurredAt(), ofCourier(e));
      case PayoutEvent e -> new Entry(e.payoutId().value(), e.occurredAt(), ofPayout(e));
      default -> throw new IllegalArgumentException(event.getClass().getName());
    };
  }

  private static List<Posting> ofOrder(OrderEvent event) {
    return switch (event) {
      case OrderSettled e -> settled(e);
      case TipPaid e ->
          moved(Account.of(e.orderId()), Account.of(e.courierId()), Purpose.TIP, e.amount());
      case DeliveredThoughOff e ->
          moved(Account.DELIVERY, Account.of(e.courierId()), Purpose.DELIVERY_PAY, e.courierPay());
      default -> List.of();
    };
  }

  private static List<Posting> ofPayment(PaymentEvent event) {
    return switch (event) {
      case ChargeCaptured e ->
          moved(Account.of(e.method()), Account.of(e.orderId()), Purpose.CHARGE, e.amount());
      case CashCollected e ->
          moved(
              Account.cashOf(e.courierId()),
              Account.of(e.orderId()),
              Purpose.CASH_TAKEN,
              e.amount());
      case PaymentRefunded e -> refunded(e);
      case ChargedBack e ->
          moved(Account.of(e.orderId()), Account.of(e.method()), Purpose.CHARGEBACK, e.amount());
      case ChargebackReversed e ->
          moved(Account.of(e.method()), Account.of(e.orderId()), Purpose.CHARGEBACK, e.amount());
      default -> List.of();
    };
  }

  private static List<Posting> ofCourier(CourierEvent event) {
    return event instanceof CashHandedIn e
        ? moved(Account.OFFICE, Account.cashOf(e.courierId()), Purpose.CASH_HANDED_IN, e.amount())
        : List.of();
  }

  private static List<Posting> ofPayout(PayoutEvent event) {
    return switch (event) {
      case PayoutRecorded e -> moved(e.to(), Account.PAYOUTS, Purpose.PAYOUT, e.amount());
    };
  }

  /// The customer owes the order, and everybody who had a part in it is credited with theirs.
  private static List<Posting> settled(OrderSettled e) {
    var total = e.total();
    Account merchant = Account.of(e.merchantId());
    Account courier = Account.of(e.courierId());
    List<Posting> postings = new ArrayList<>();
    debit(postings, Account.of(e.orderId()), Purpose.SALE, total.total());
    credit(postings, merchant, Purpose.SALE, total.items());
    debit(postings, merchant, Purpose.DISCOUNT, total.discount());
    debit(postings, merchant, Purpose.COMMISSION, e.commission());
    credit(postings, Account.COMMISSION, Purpose.COMMISSION, e.commission());
    credit(postings, Account.DELIVERY, Purpose.DELIVERY_FEE, total.deliveryFee());
    debit(postings, Account.DELIVERY, Purpose.DELIVERY_PAY, e.courierPay());
    credit(postings, courier, Purpose.DELIVERY_PAY, e.courierPay());
    credit(postings, courier, Purpose.TIP, total.tip());
    credit(postings, Account.taxOf(e.merchantId()), Purpose.TAX, total.tax());
    return postings;
  }

  /// What goes back for an order that stays delivered is given away by its merchant or by the
  /// platform; otherwise nothing was owed for it.
  ///
  /// A refund of the form that says no method is of a time without books: its charge is not in them
  /// either.
  private static List<Posting> refunded(PaymentRefunded e) {
    if (e.method() == null) {
      return List.of();
    }
    Account customer = Account.of(e.orderId());
    List<Posting> postings = new ArrayList<>();
    debit(postings, customer, Purpose.REFUND, e.amount());
    credit(postings, source(e.paidFrom(), e.method()), Purpose.REFUND, e.amount());
    if (e.compensation()) {
      give(postings, e.borneBy(), e.amount());
      credit(postings, customer, Purpose.COMPENSATION, e.amount());
    }
    return postings;
  }

  private static void give(List<Posting> postings, @Nullable MerchantId merchant, Money amount) {
    if (merchant == null) {
      debit(postings, Account.COMPENSATION, Purpose.COMPENSATION, amount);
    } else {
      debit(postings, Account.of(merchant), Purpose.REFUND, amount);
    }
  }

  private static Account source(RefundSource from, PaymentMethod method) {
    return switch (from) {
      case PROVIDER -> Account.of(method);
      case OFFICE -> Account.OFFICE;
      case BANK -> Account.PAYOUTS;
    };
  }

  private static List<Posting> moved(Account debit, Account credit, Purpose why, Money amount) {
    List<Posting> postings = new ArrayList<>();
    debit(postings, debit, why, amount);
    credit(postings, credit, why, amount);
    return postings;
  }

  private static void debit(List<Posting> to, Account account, Purpose why, Money amount) {
    if (amount.minor() != 0) {
      to.add(new Posting(account, why, amount));
    }
  }

  private static void credit(List<Posting> to, Account account, Purpose why, Money amount) {
    debit(to, account, why, Money.zero(amount.currency()).minus(amount));
  }

  private static String subjectOf(CourierEvent event) {
    return event instanceof CashHandedIn e ? e.handoverId() : event.courierId().value();
  }
}
