package id.antar.gateway.payment;

import static id.antar.api.payment.RefundSource.OFFICE;

import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderCommand.GiveTip;
import id.antar.api.order.OrderId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentCommand.PayOutRefund;
import id.antar.api.payment.PaymentCommand.RefundPayment;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.RefundId;
import id.antar.api.payment.RefundSource;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.edge.request.Reasoned;
import id.antar.gateway.edge.request.Timed;
import id.antar.gateway.edge.request.Valid;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What customers, merchants and operators send about payments.
final class PaymentRequests {

  private PaymentRequests() {}

  record Attempt(PaymentMethod method, @Nullable String token, @Nullable Instant occurredAt)
      implements Timed {

    PaymentChoice toChoice() {
      String name = Objects.requireNonNullElse(token, "");
      return Valid.of(PaymentChoice.class, "token", () -> new PaymentChoice(method, name));
    }
  }

  record Tip(
      Money amount, PaymentMethod method, @Nullable String token, @Nullable Instant occurredAt)
      implements Timed {

    PaymentChoice toChoice() {
      return new Attempt(method, token, occurredAt).toChoice();
    }

    GiveTip toCommand(OrderId id, Caller caller, int number, PhoneClock times) {
      return new GiveTip(id, caller.asCustomer(), number, amount, toChoice(), times.of(this));
    }
  }

  /// @param refundId the caller's own, so that it can be asked for again
  record Refund(
      @Nullable RefundId refundId, Money amount, String reason, @Nullable Instant occurredAt)
      implements Timed {
    Refund {
      Reasoned.requireReason(reason);
    }

    RefundPayment toCommand(
        PaymentId payment,
        RefundId id,
        @Nullable Money limit,
        @Nullable MerchantId borneBy,
        Instant at) {
      return new RefundPayment(payment, id, amount, reason, limit, borneBy, at);
    }
  }

  /// @param paidFrom the office's cash if absent
  record PaidOut(@Nullable RefundSource paidFrom, @Nullable Instant occurredAt) implements Timed {

    static PayOutRefund command(
        @Nullable PaidOut body, PaymentId payment, RefundId id, Instant at) {
      RefundSource from = body == null ? null : body.paidFrom();
      return Valid.of(
          PayOutRefund.class,
          "",
          () -> new PayOutRefund(payment, id, Objects.requireNonNullElse(from, OFFICE), at));
    }
  }
}
