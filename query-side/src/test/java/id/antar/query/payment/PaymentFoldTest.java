package id.antar.query.payment;

import static id.antar.query.Cast.ADA;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.after;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.money.Money;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentStatus;
import id.antar.api.payment.PaymentView;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PaymentFoldTest {

  private static final PaymentId PAYMENT = new PaymentId("payment-1");
  private static final Money AMOUNT = Money.of(2050, "EUR");

  @Test
  void aRefundKeepsItsReason() {
    PaymentView view =
        given(
            new PaymentRequested(
                PAYMENT,
                ORDER,
                ADA,
                AMOUNT,
                new PaymentChoice(PaymentMethod.CARD, "tok"),
                after(15),
                NOON),
            new PaymentCompleted(PAYMENT, ORDER, AMOUNT, "tx-1", after(1)),
            new RefundRequested(PAYMENT, ORDER, AMOUNT, "tx-1", "cancelled", after(5)),
            new PaymentRefunded(PAYMENT, ORDER, AMOUNT, "tx-2", after(6)));

    assertThat(view.status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(view.transactionId()).isEqualTo("tx-2");
    assertThat(view.reason()).isEqualTo("cancelled");
    assertThat(view.requestedAt()).isEqualTo(NOON);
    assertThat(view.changedAt()).isEqualTo(after(6));
  }

  private static PaymentView given(PaymentEvent... events) {
    PaymentView view = null;
    for (PaymentEvent event : events) {
      view = PaymentFold.evolve(view, event);
    }
    return Objects.requireNonNull(view);
  }
}
