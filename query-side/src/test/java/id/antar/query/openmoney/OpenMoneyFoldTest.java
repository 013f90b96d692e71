package id.antar.query.openmoney;

import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.OpenMoney.Kind;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.ChargeCaptured;
import id.antar.api.payment.PaymentEvent.ChargeMismatched;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentEvent.RefundFailed;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.RefundId;
import id.antar.api.payment.RefundSource;
import id.antar.query.projection.Recorded;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenMoneyFoldTest {

  private static final PaymentId PAYMENT = new PaymentId("payment-1");
  private static final ChargeId CHARGE = new ChargeId(PAYMENT, 1, 1);
  private static final RefundId REFUND = new RefundId("refund-1");
  private static final Money AMOUNT = Money.of(2050, "EUR");

  @Test
  void aRefundThatTheProviderRefusesWaitsUntilItIsThrough() {
    var failed = new RefundFailed(PAYMENT, ORDER, REFUND, CHARGE, AMOUNT, "closed", NOON);

    assertThat(after(requested(PaymentMethod.CARD))).isEmpty();
    assertThat(only(after(requested(PaymentMethod.CARD), failed)).item().kind())
        .isEqualTo(Kind.REFUND_FAILED);
    assertThat(only(after(requested(PaymentMethod.CARD), failed, refunded())).open()).isFalse();
  }

  @Test
  void cashWaitsFromTheFirst() {
    OpenMoneyRow row = only(after(requested(PaymentMethod.CASH)));

    assertThat(row.open()).isTrue();
    assertThat(row.item().kind()).isEqualTo(Kind.REFUND_BY_HAND);
    assertThat(row.item().refundId()).isEqualTo(REFUND);
    assertThat(only(after(requested(PaymentMethod.CASH), refunded())).open()).isFalse();
  }

  @Test
  void aChargeOfAnotherAmountWaitsUntilItIsRightOrNothing() {
    var mismatch =
        new ChargeMismatched(PAYMENT, ORDER, CHARGE, AMOUNT, Money.of(1, "EUR"), "tx", NOON);
    var captured =
        new ChargeCaptured(PAYMENT, ORDER, CHARGE, PaymentMethod.CARD, AMOUNT, "tx", NOON);

    assertThat(only(after(mismatch)).item().actual()).isEqualTo(Money.of(1, "EUR"));
    assertThat(only(after(mismatch, captured)).open()).isFalse();
    assertThat(after(captured)).isEmpty();
  }

  @Test
  void aRowIsFoundByWhatItTells() {
    after(requested(PaymentMethod.CASH))
        .forEach((key, row) -> assertThat(OpenMoneyFold.keyOf(row.item())).isEqualTo(key));
  }

  private static OpenMoneyRow only(Map<String, OpenMoneyRow> rows) {
    assertThat(rows).hasSize(1);
    return rows.values().iterator().next();
  }

  private static Map<String, OpenMoneyRow> after(PaymentEvent... events) {
    var fold = new OpenMoneyFold();
    var rows = new HashMap<String, OpenMoneyRow>();
    for (PaymentEvent event : events) {
      var recorded = new Recorded(event, "payment:1", 1, NOON, "system:antar", "event-1", null);
      for (String key : fold.keys(event)) {
        OpenMoneyRow next = fold.evolve(key, rows.get(key), recorded);
        if (next != null) {
          rows.put(key, next);
        }
      }
    }
    return rows;
  }

  private static RefundRequested requested(PaymentMethod method) {
    return new RefundRequested(
        PAYMENT, ORDER, REFUND, CHARGE, method, AMOUNT, "tx", "cold", true, null, NOON);
  }

  private static PaymentRefunded refunded() {
    return new PaymentRefunded(
        PAYMENT,
        ORDER,
        REFUND,
        CHARGE,
        PaymentMethod.CARD,
        RefundSource.OFFICE,
        AMOUNT,
        "by-hand",
        true,
        null,
        NOON);
  }
}
