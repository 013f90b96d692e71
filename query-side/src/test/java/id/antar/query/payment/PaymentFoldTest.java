package id.antar.query.payment;

import static id.antar.query.Cast.ADA;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.after;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.ChargeCaptured;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.api.payment.PaymentEvent.PaymentExpired;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPart;
import id.antar.api.payment.PaymentPurpose;
import id.antar.api.payment.PaymentStatus;
import id.antar.api.payment.PaymentView;
import id.antar.api.payment.RefundId;
import id.antar.api.payment.RefundSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PaymentFoldTest {

  private static final PaymentId PAYMENT = new PaymentId("payment-1");
  private static final ChargeId CHARGE = new ChargeId(PAYMENT, 1, 1);
  private static final RefundId REFUND = RefundId.ofReversal(PAYMENT, 1);
  private static final Money AMOUNT = Money.of(2050, "EUR");

  @Test
  void aRefundKeepsItsReason() {
    PaymentView view =
        given(
            requested(),
            new PaymentCompleted(PAYMENT, ORDER, AMOUNT, "tx-1", after(1)),
            new RefundRequested(
                PAYMENT,
                ORDER,
                REFUND,
                CHARGE,
                null,
                AMOUNT,
                "tx-1",
                "cancelled",
                false,
                null,
                after(5)),
            new PaymentRefunded(
                PAYMENT,
                ORDER,
                REFUND,
                CHARGE,
                null,
                RefundSource.PROVIDER,
                AMOUNT,
                "tx-2",
                false,
                null,
                after(6)));

    assertThat(view.status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(view.parts().getFirst().transactionId()).isEqualTo("tx-1");
    assertThat(view.refunds().getFirst().transactionId()).isEqualTo("tx-2");
    assertThat(view.reason()).isEqualTo("cancelled");
    assertThat(view.requestedAt()).isEqualTo(NOON);
    assertThat(view.changedAt()).isEqualTo(after(6));
  }

  @Test
  void whatCameInAnotherAmountAndWentBackIsRefunded() {
    Money held = Money.of(2000, "EUR");
    PaymentView view =
        given(
            requested(),
            new PaymentExpired(PAYMENT, ORDER, after(15)),
            new ChargeCaptured(PAYMENT, ORDER, CHARGE, PaymentMethod.CARD, held, "tx-1", after(16)),
            new RefundRequested(
                PAYMENT,
                ORDER,
                REFUND,
                CHARGE,
                PaymentMethod.CARD,
                held,
                "tx-1",
                "late",
                false,
                null,
                after(16)),
            new PaymentRefunded(
                PAYMENT,
                ORDER,
                REFUND,
                CHARGE,
                PaymentMethod.CARD,
                RefundSource.PROVIDER,
                held,
                "tx-2",
                false,
                null,
                after(17)));

    assertThat(view.status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(view.refunded()).isEqualTo(held);
  }

  private static PaymentRequested requested() {
    return new PaymentRequested(
        PAYMENT,
        ORDER,
        ADA,
        PaymentPurpose.ORDER,
        AMOUNT,
        List.of(new PaymentPart(1, new PaymentChoice(PaymentMethod.CARD, "tok"), AMOUNT)),
        after(15),
        NOON);
  }

  private static PaymentView given(PaymentEvent... events) {
    PaymentRow row = null;
    for (PaymentEvent event : events) {
      row = PaymentRow.evolve(row, event);
    }
    return Objects.requireNonNull(row).view();
  }
}
