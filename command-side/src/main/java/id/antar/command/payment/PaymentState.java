package id.antar.command.payment;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;

import id.antar.api.payment.PaymentCommand;
import id.antar.api.payment.PaymentCommand.CollectCash;
import id.antar.api.payment.PaymentCommand.CompletePayment;
import id.antar.api.payment.PaymentCommand.ConfirmRefund;
import id.antar.api.payment.PaymentCommand.ExpirePayment;
import id.antar.api.payment.PaymentCommand.FailPayment;
import id.antar.api.payment.PaymentCommand.RequestPayment;
import id.antar.api.payment.PaymentCommand.ReversePayment;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.PaymentCancelled;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.api.payment.PaymentEvent.PaymentFailed;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentRejection.UnknownPayment;
import id.antar.api.payment.PaymentStatus;
import id.antar.command.decider.Decision;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.command.payment.PaymentGateway.Refund;
import id.antar.command.payment.PaymentGateway.Transfer;
import java.time.Instant;
import java.util.Optional;

/// Where a payment stands.
sealed interface PaymentState {

  record Unrequested() implements PaymentState {}

  /// A payment that exists.
  sealed interface Known extends PaymentState {
    PaymentRequested request();

    PaymentStatus status();

    default boolean isPrepaid() {
      return request().choice().method().isPrepaid();
    }
  }

  record Pending(PaymentRequested request) implements Known {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.PENDING;
    }
  }

  /// The money is here, or on its way back, or back.
  record Paid(PaymentRequested request, PaymentStatus status, String transactionId)
      implements Known {}

  /// Failed or cancelled: there is no money.
  record Unpaid(PaymentRequested request, PaymentStatus status) implements Known {}

  default Decision<PaymentEvent> decide(PaymentCommand command, PaymentPolicy policy, Instant now) {
    return switch (this) {
      case Unrequested _ ->
          command instanceof RequestPayment c
              ? accept(requested(c, policy, now))
              : reject(new UnknownPayment(command.paymentId()));
      case Known payment ->
          switch (command) {
            case RequestPayment c -> Charging.requestAgain(payment, c);
            case CompletePayment c -> Charging.complete(payment, c);
            case CollectCash c -> Charging.collectCash(payment, c);
            case FailPayment c -> Charging.fail(payment, c);
            case ExpirePayment c -> Charging.expire(payment, c);
            case ReversePayment c -> Refunding.reverse(payment, c);
            case ConfirmRefund c -> Refunding.confirm(payment, c);
          };
    };
  }

  default PaymentState evolve(PaymentEvent event) {
    return switch (event) {
      case PaymentRequested e -> new Pending(e);
      case PaymentCompleted e ->
          new Paid(known().request(), PaymentStatus.COMPLETED, e.transactionId());
      case PaymentFailed _ -> new Unpaid(known().request(), PaymentStatus.FAILED);
      case PaymentCancelled _ -> new Unpaid(known().request(), PaymentStatus.CANCELLED);
      case RefundRequested _ -> paid(PaymentStatus.REFUND_PENDING);
      case PaymentRefunded _ -> paid(PaymentStatus.REFUNDED);
    };
  }

  /// What the gateway has still to do. It never has to do with cash.
  default Optional<Transfer> findOpenTransfer() {
    return switch (this) {
      case Pending(var request) when request.choice().method().isPrepaid() ->
          Optional.of(
              new Charge(
                  request.paymentId(), request.orderId(), request.amount(), request.choice()));
      case Paid(var request, var status, var transactionId)
          when status == PaymentStatus.REFUND_PENDING ->
          Optional.of(
              new Refund(request.paymentId(), request.orderId(), request.amount(), transactionId));
      case Unrequested _, Pending _, Paid _, Unpaid _ -> Optional.empty();
    };
  }

  private static PaymentRequested requested(RequestPayment c, PaymentPolicy policy, Instant now) {
    return new PaymentRequested(
        c.paymentId(),
        c.orderId(),
        c.customerId(),
        c.amount(),
        c.choice(),
        now.plus(policy.expiryOf(c.choice().method())),
        c.occurredAt());
  }

  private Known known() {
    if (this instanceof Known payment) {
      return payment;
    }
    throw new IllegalStateException("The payment's events do not begin with PaymentRequested.");
  }

  private Paid paid(PaymentStatus next) {
    if (this instanceof Paid(var request, _, var transactionId)) {
      return new Paid(request, next, transactionId);
    }
    throw new IllegalStateException("The payment's events have no PaymentCompleted before " + this);
  }
}
