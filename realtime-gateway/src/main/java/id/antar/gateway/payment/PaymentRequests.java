package id.antar.gateway.payment;

import id.antar.api.money.Money;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.RefundId;
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
  }

  /// @param refundId the caller's own, so that it can be asked for again
  record Refund(
      @Nullable RefundId refundId, Money amount, String reason, @Nullable Instant occurredAt)
      implements Timed {
    Refund {
      Reasoned.requireReason(reason);
    }
  }
}
