package id.antar.query.payment;

import id.antar.api.money.Money;
import id.antar.api.payment.PaymentStatus;
import id.antar.api.payment.PaymentView.PartStatus;
import id.antar.api.payment.PaymentView.Refund;
import id.antar.api.payment.PaymentView.RefundStatus;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One word for where a payment stands. Money that was taken or given back comes before how it got
/// here; money that came twice and went back is nobody's concern.
final class Standing {

  private Standing() {}

  static PaymentStatus of(PaymentRow payment) {
    if (payment.charges().stream().anyMatch(it -> it.status() == PartStatus.CHARGED_BACK)) {
      return PaymentStatus.CHARGED_BACK;
    }
    @Nullable PaymentStatus back = ofRefunds(payment);
    if (back != null) {
      return back;
    }
    if (payment.end() != null) {
      return payment.end();
    }
    if (payment.completed()) {
      return PaymentStatus.COMPLETED;
    }
    return payment.secured() ? PaymentStatus.AUTHORISED : ofCharges(payment);
  }

  private static @Nullable PaymentStatus ofRefunds(PaymentRow payment) {
    List<ChargeRow> concerned =
        payment.charges().stream()
            .filter(it -> payment.end() != null ? it.isCaptured() : it.pays())
            .toList();
    List<Refund> refunds =
        payment.refunds().stream()
            .filter(it -> it.status() != RefundStatus.FAILED)
            .filter(it -> concerned.stream().anyMatch(isOf(it)))
            .toList();
    if (refunds.isEmpty()) {
      return null;
    }
    if (refunds.stream().anyMatch(it -> it.status() == RefundStatus.REQUESTED)) {
      return PaymentStatus.REFUND_PENDING;
    }
    long came = concerned.stream().map(ChargeRow::came).mapToLong(Money::minor).sum();
    long back = refunds.stream().map(Refund::amount).mapToLong(Money::minor).sum();
    return came > back ? PaymentStatus.PARTLY_REFUNDED : PaymentStatus.REFUNDED;
  }

  private static Predicate<ChargeRow> isOf(Refund refund) {
    return it -> it.id().part() == refund.part() && it.id().attempt() == refund.attempt();
  }

  private static PaymentStatus ofCharges(PaymentRow payment) {
    boolean untouched =
        payment.charges().stream().allMatch(it -> it.status() == PartStatus.REQUESTED);
    return untouched ? PaymentStatus.REQUESTED : PaymentStatus.PENDING;
  }
}
