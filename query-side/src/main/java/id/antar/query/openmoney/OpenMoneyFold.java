package id.antar.query.openmoney;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.OpenMoney;
import id.antar.api.payment.OpenMoney.Kind;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.ChargeCaptured;
import id.antar.api.payment.PaymentEvent.ChargeExpired;
import id.antar.api.payment.PaymentEvent.ChargeFailed;
import id.antar.api.payment.PaymentEvent.ChargeMismatched;
import id.antar.api.payment.PaymentEvent.ChargeVoided;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentEvent.RefundFailed;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.RefundId;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row for each refund and each charge that waits, or has waited, for a person.
final class OpenMoneyFold implements Fold<OpenMoneyRow> {

  @Override
  public String name() {
    return "openmoney";
  }

  @Override
  public Class<OpenMoneyRow> stateType() {
    return OpenMoneyRow.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(PaymentEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return switch (event) {
      case RefundRequested e when e.method() == PaymentMethod.CASH ->
          List.of(key(e.paymentId(), e.refundId()));
      case RefundFailed e -> List.of(key(e.paymentId(), e.refundId()));
      case PaymentRefunded e -> List.of(key(e.paymentId(), e.refundId()));
      case ChargeMismatched e -> List.of(key(e.chargeId()));
      case ChargeCaptured e -> List.of(key(e.chargeId()));
      case ChargeFailed e -> List.of(key(e.chargeId()));
      case ChargeExpired e -> List.of(key(e.chargeId()));
      case ChargeVoided e -> List.of(key(e.chargeId()));
      default -> List.of();
    };
  }

  @Override
  public @Nullable OpenMoneyRow evolve(
      String key, @Nullable OpenMoneyRow before, Recorded recorded) {
    return switch (recorded.event()) {
      case RefundRequested e ->
          open(
              Kind.REFUND_BY_HAND, e, e.refundId(), e.chargeId(), e.amount(), e.reason(), recorded);
      case RefundFailed e ->
          open(Kind.REFUND_FAILED, e, e.refundId(), e.chargeId(), e.amount(), e.reason(), recorded);
      case ChargeMismatched e -> mismatched(e, recorded);
      default -> before == null ? null : before.closed();
    };
  }

  @Override
  public Object view(OpenMoneyRow state) {
    return state;
  }

  private static OpenMoneyRow open(
      Kind kind,
      PaymentEvent e,
      RefundId refund,
      ChargeId charge,
      Money amount,
      String reason,
      Recorded recorded) {
    return new OpenMoneyRow(
        new OpenMoney(
            kind,
            e.paymentId(),
            e.orderId(),
            refund,
            charge,
            amount,
            null,
            reason,
            recorded.recordedAt()),
        true);
  }

  private static OpenMoneyRow mismatched(ChargeMismatched e, Recorded recorded) {
    return new OpenMoneyRow(
        new OpenMoney(
            Kind.CHARGE_MISMATCHED,
            e.paymentId(),
            e.orderId(),
            null,
            e.chargeId(),
            e.expected(),
            e.actual(),
            "The provider holds another amount than was asked for.",
            recorded.recordedAt()),
        true);
  }

  static String keyOf(OpenMoney item) {
    return item.refundId() == null ? key(item.chargeId()) : key(item.paymentId(), item.refundId());
  }

  private static String key(PaymentId payment, RefundId refund) {
    return "refund/" + payment + "/" + refund;
  }

  private static String key(ChargeId charge) {
    return "charge/" + charge;
  }
}
