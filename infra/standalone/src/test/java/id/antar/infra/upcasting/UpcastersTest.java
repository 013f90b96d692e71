package id.antar.infra.upcasting;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderTerms;
import id.antar.api.order.OrderTotal;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPart;
import id.antar.api.payment.PaymentPurpose;
import id.antar.api.payment.RefundId;
import id.antar.api.payment.RefundSource;
import id.antar.infra.personal.StoredForms;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What was stored in an older form is read in the present one.
class UpcastersTest {
  private static final PaymentId PAYMENT = new PaymentId("paymentId");
  private static final PaymentChoice CARD = new PaymentChoice(PaymentMethod.CARD, "sandbox-ok");

  @Test
  void anOrderOnceHadOneMethodAndNoTerms() {
    OrderPlaced placed = StoredForms.read(OrderPlaced.class, 1);

    assertThat(placed.total()).isEqualTo(OrderTotal.of(eur(1250), eur(350)));
    assertThat(placed.terms()).isEqualTo(new OrderTerms(0, eur(350)));
    assertThat(placed.payment()).containsExactly(new PaymentPart(1, CARD, eur(1600)));
    assertThat(placed.voucher()).isNull();
    assertThat(placed.merchantName()).isEqualTo("merchantName");
  }

  @Test
  void aPaymentOnceHadOneMethod() {
    PaymentRequested requested = StoredForms.read(PaymentRequested.class, 1);

    assertThat(requested.purpose()).isEqualTo(PaymentPurpose.ORDER);
    assertThat(requested.parts()).isEqualTo(List.of(new PaymentPart(1, CARD, eur(1250))));
  }

  @Test
  void aRefundOnceWasOfItAll() {
    RefundRequested requested = StoredForms.read(RefundRequested.class, 1);
    PaymentRefunded refunded = StoredForms.read(PaymentRefunded.class, 1);

    assertThat(requested.refundId()).isEqualTo(RefundId.ofReversal(PAYMENT, 1));
    assertThat(requested.chargeId()).isEqualTo(new ChargeId(PAYMENT, 1, 1));
    assertThat(requested.method()).isNull();
    assertThat(requested.compensation()).isFalse();
    assertThat(refunded.refundId()).isEqualTo(requested.refundId());
    assertThat(refunded.transactionId()).isEqualTo("transactionId");
  }

  @Test
  void aRefundWasOnceThePlatformsAndTheProviders() {
    assertThat(StoredForms.read(RefundRequested.class, 2).borneBy()).isNull();
    PaymentRefunded refunded = StoredForms.read(PaymentRefunded.class, 2);

    assertThat(refunded.borneBy()).isNull();
    assertThat(refunded.paidFrom()).isEqualTo(RefundSource.PROVIDER);
    assertThat(refunded.compensation()).isTrue();
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
