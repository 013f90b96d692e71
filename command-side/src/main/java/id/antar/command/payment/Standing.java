package id.antar.command.payment;

import id.antar.api.money.Money;
import id.antar.api.payment.PaymentStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One word for where a payment stands. Money that was taken or given back comes before how it got
/// here; money that came twice and went back is nobody's concern.
final class Standing {

  private Standing() {}

  static PaymentStatus of(Known payment) {
    if (payment.attempts().stream().anyMatch(Attempt::isTakenBack)) {
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

  private static @Nullable PaymentStatus ofRefunds(Known payment) {
    List<Attempt> concerned =
        payment.attempts().stream().filter(it -> payment.isEnded() || it.pays()).toList();
    List<GivenBack> refunds =
        payment.refunds().stream()
            .filter(it -> !it.isFailed())
            .filter(it -> concerned.stream().anyMatch(a -> a.id().equals(it.request().chargeId())))
            .toList();
    if (refunds.isEmpty()) {
      return null;
    }
    if (refunds.stream().anyMatch(GivenBack::isOpen)) {
      return PaymentStatus.REFUND_PENDING;
    }
    Money left = concerned.stream().map(payment::left).reduce(payment.none(), Money::plus);
    return left.minor() > 0 ? PaymentStatus.PARTLY_REFUNDED : PaymentStatus.REFUNDED;
  }

  private static PaymentStatus ofCharges(Known payment) {
    boolean untouched =
        payment.attempts().stream().allMatch(it -> it.stage() == Attempt.Stage.REQUESTED);
    return untouched ? PaymentStatus.REQUESTED : PaymentStatus.PENDING;
  }
}
