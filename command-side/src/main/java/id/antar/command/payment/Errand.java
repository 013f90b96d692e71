package id.antar.command.payment;

import id.antar.api.payment.ChargeId;
import id.antar.api.payment.RefundId;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.command.payment.PaymentGateway.Refund;
import java.util.Optional;

/// What the payment gateway has still to do. It never has to do with cash. What somebody has to look
/// at first is neither asked for nor captured, but called off when it is not wanted any more.
enum Errand {
  CHARGE,
  LOOK,
  CAPTURE,
  VOID;

  static Optional<Errand> find(PaymentState state, ChargeId id) {
    return state instanceof Known payment
        ? payment.find(id).flatMap(charge -> find(payment, charge))
        : Optional.empty();
  }

  private static Optional<Errand> find(Known payment, Attempt charge) {
    if (!charge.isPrepaid()) {
      return Optional.empty();
    }
    if (charge.isOpen() && charge.voiding()) {
      return Optional.of(VOID);
    }
    if (payment.isEnded() || charge.mismatched()) {
      return Optional.empty();
    }
    return switch (charge.stage()) {
      case REQUESTED -> Optional.of(CHARGE);
      case PENDING -> Optional.of(LOOK);
      case AUTHORISED -> Optional.of(CAPTURE);
      case FAILED, EXPIRED, VOIDED, CAPTURED -> Optional.empty();
    };
  }

  /// As the gateway knows the charge.
  static Optional<Charge> findCharge(PaymentState state, ChargeId id) {
    return state instanceof Known payment
        ? payment.find(id).filter(Attempt::isPrepaid).map(it -> charge(payment, it))
        : Optional.empty();
  }

  static Optional<Refund> findRefund(PaymentState state, RefundId id) {
    return state instanceof Known payment
        ? payment
            .find(id)
            .filter(it -> it.isOpen() && !Refunding.isOfCash(payment, it))
            .map(it -> refund(payment, it))
        : Optional.empty();
  }

  private static Charge charge(Known payment, Attempt attempt) {
    return new Charge(
        attempt.id(), payment.request().orderId(), attempt.amount(), attempt.choice());
  }

  private static Refund refund(Known payment, GivenBack refund) {
    var request = refund.request();
    return new Refund(
        request.refundId(),
        charge(payment, payment.find(request.chargeId()).orElseThrow()),
        request.transactionId(),
        request.amount(),
        request.reason());
  }
}
