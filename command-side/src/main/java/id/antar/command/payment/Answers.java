package id.antar.command.payment;

import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentCommand;
import id.antar.api.payment.PaymentCommand.AuthoriseCharge;
import id.antar.api.payment.PaymentCommand.AwaitCharge;
import id.antar.api.payment.PaymentCommand.CaptureCharge;
import id.antar.api.payment.PaymentCommand.ChargeBack;
import id.antar.api.payment.PaymentCommand.ConfirmRefund;
import id.antar.api.payment.PaymentCommand.ConfirmVoid;
import id.antar.api.payment.PaymentCommand.ExpireCharge;
import id.antar.api.payment.PaymentCommand.FailCharge;
import id.antar.api.payment.PaymentCommand.FailRefund;
import id.antar.api.payment.PaymentCommand.ReverseCapture;
import id.antar.api.payment.PaymentCommand.ReverseChargeback;
import id.antar.api.payment.PaymentId;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.command.payment.PaymentGateway.ChargeState;
import id.antar.command.payment.PaymentGateway.ChargeState.Authorised;
import id.antar.command.payment.PaymentGateway.ChargeState.Captured;
import id.antar.command.payment.PaymentGateway.ChargeState.ChargebackReversed;
import id.antar.command.payment.PaymentGateway.ChargeState.ChargedBack;
import id.antar.command.payment.PaymentGateway.ChargeState.Declined;
import id.antar.command.payment.PaymentGateway.ChargeState.Expired;
import id.antar.command.payment.PaymentGateway.ChargeState.Pending;
import id.antar.command.payment.PaymentGateway.ChargeState.Unknown;
import id.antar.command.payment.PaymentGateway.ChargeState.Voided;
import id.antar.command.payment.PaymentGateway.Refund;
import id.antar.command.payment.PaymentGateway.RefundState;
import id.antar.command.payment.PaymentGateway.RefundState.Refunded;
import id.antar.command.payment.PaymentGateway.RefundState.Refused;
import id.antar.command.payment.PaymentGateway.RefundState.Underway;
import java.time.Instant;
import java.util.List;

/// What a payment is told once the gateway has answered. Each answer says how things stand, so one
/// that was missed is made up for by the next.
final class Answers {

  private Answers() {}

  /// @param asked when the provider was asked for it
  /// @param neverCame whether a charge that the provider does not know is taken for void: when it
  ///   is to be called off, and was asked for so often that it cannot be on its way there any more
  static List<PaymentCommand> of(
      Charge charge, ChargeState stand, Instant asked, boolean neverCame, Instant now) {
    ChargeId id = charge.chargeId();
    return switch (stand) {
      case Unknown _ -> neverCame ? List.of(new ConfirmVoid(id, now)) : List.of();
      case Pending(var transaction, var instructions, var expiresAt) ->
          List.of(new AwaitCharge(id, transaction, instructions, expiresAt, now));
      case Authorised(var amount, var transaction) ->
          List.of(new AuthoriseCharge(id, amount, transaction, now));
      case Captured(var amount, var transaction) ->
          List.of(new CaptureCharge(id, amount, transaction, now));
      case Declined(var reason) ->
          List.of(new FailCharge(id, reason, now), new ReverseCapture(id, reason, asked, now));
      case Expired _ -> List.of(new ExpireCharge(id, now));
      case Voided _ ->
          List.of(
              new ConfirmVoid(id, now),
              new ReverseCapture(id, "The provider has called it off.", asked, now));
      case ChargedBack(var captured, var amount, var transaction, var reason) ->
          List.of(
              new CaptureCharge(id, captured, transaction, now),
              new ChargeBack(id, amount, reason, now));
      case ChargebackReversed(var captured, var amount, var transaction, var reason) ->
          List.of(
              new CaptureCharge(id, captured, transaction, now),
              new ChargeBack(id, amount, reason, now),
              new ReverseChargeback(id, now));
    };
  }

  static List<PaymentCommand> of(PaymentId id, Refund refund, RefundState stand, Instant now) {
    return switch (stand) {
      case Underway _ -> List.of();
      case Refunded(var transaction) ->
          List.of(new ConfirmRefund(id, refund.refundId(), transaction, now));
      case Refused(var reason) -> List.of(new FailRefund(id, refund.refundId(), reason, now));
    };
  }
}
