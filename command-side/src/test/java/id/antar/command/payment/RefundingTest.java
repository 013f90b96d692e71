package id.antar.command.payment;

import static id.antar.command.Cast.CHARGE;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.PAYMENT;
import static id.antar.command.Cast.at;
import static id.antar.command.payment.PaymentStory.AMOUNT;
import static id.antar.command.payment.PaymentStory.OF_CASH;
import static id.antar.command.payment.PaymentStory.SPLIT;
import static id.antar.command.payment.PaymentStory.captured;
import static id.antar.command.payment.PaymentStory.collected;
import static id.antar.command.payment.PaymentStory.completedAtTheDoor;
import static id.antar.command.payment.PaymentStory.earned;
import static id.antar.command.payment.PaymentStory.eur;
import static id.antar.command.payment.PaymentStory.given;
import static id.antar.command.payment.PaymentStory.paid;
import static id.antar.command.payment.PaymentStory.refunded;
import static id.antar.command.payment.PaymentStory.requested;
import static id.antar.command.payment.PaymentStory.secured;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentCommand;
import id.antar.api.payment.PaymentCommand.ChargeBack;
import id.antar.api.payment.PaymentCommand.ConfirmRefund;
import id.antar.api.payment.PaymentCommand.FailRefund;
import id.antar.api.payment.PaymentCommand.PayOutRefund;
import id.antar.api.payment.PaymentCommand.RefundPayment;
import id.antar.api.payment.PaymentCommand.ReverseCapture;
import id.antar.api.payment.PaymentCommand.ReverseChargeback;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.ChargebackReversed;
import id.antar.api.payment.PaymentEvent.ChargedBack;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentEvent.RefundFailed;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentRejection.NotInThisState;
import id.antar.api.payment.PaymentRejection.RefundAlreadyRequested;
import id.antar.api.payment.PaymentRejection.RefundTooHigh;
import id.antar.api.payment.PaymentStatus;
import id.antar.api.payment.RefundId;
import id.antar.api.payment.RefundSource;
import id.antar.command.decider.History;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Money that goes back after the delivery, and money that a bank takes back.
class RefundingTest {

  private static final RefundId REFUND = new RefundId("refund-1");

  @Test
  void partOfItMayGoBackOnceItWasDelivered() {
    given(paid()).and(earned()).when(refund(500, null)).then(asked(REFUND, CHARGE, 500));
    given(paid())
        .when(refund(500, null))
        .thenRefused(new NotInThisState(PAYMENT, PaymentStatus.COMPLETED, "RefundPayment"));
  }

  @Test
  void itComesFromThePartsInTheirOrderAndCashLast() {
    split()
        .when(refund(2500, null))
        .then(asked(REFUND, CHARGE, 2000), cash(REFUND.ofShare(2), 500));
  }

  @Test
  void neverMoreThanHasCome() {
    var once = given(paid()).and(earned(), asked(REFUND, CHARGE, 2000));
    var second = new RefundId("refund-2");

    once.when(new RefundPayment(PAYMENT, second, eur(951), "cold", null, null, at(50)))
        .thenRefused(new RefundTooHigh(PAYMENT, eur(951), eur(950)));
    assertThat(
            once.when(new RefundPayment(PAYMENT, second, eur(950), "cold", null, null, at(50)))
                .events())
        .hasSize(1);
  }

  @Test
  void norMoreThanTheLimit() {
    given(paid())
        .and(earned())
        .when(refund(2701, eur(2700)))
        .thenRefused(new RefundTooHigh(PAYMENT, eur(2701), eur(2700)));
  }

  @Test
  void aLimitInAnotherCurrencyAllowsNothing() {
    given(paid())
        .and(earned())
        .when(refund(1, Money.of(2700, "USD")))
        .thenRefused(new RefundTooHigh(PAYMENT, eur(1), eur(0)));
  }

  @Test
  void whoeverGivesItAwayIsRecordedUntilItIsThrough() {
    var command = new RefundPayment(PAYMENT, REFUND, eur(500), "cold", null, NOODLE_BAR, at(50));
    var open = given(paid()).and(earned());
    var asked = (RefundRequested) open.when(command).events().getFirst();
    var through = open.and(asked).when(new ConfirmRefund(PAYMENT, REFUND, "re-1", at(52)));

    assertThat(asked.borneBy()).isEqualTo(NOODLE_BAR);
    assertThat(((PaymentRefunded) through.events().getFirst()).borneBy()).isEqualTo(NOODLE_BAR);
  }

  @Test
  void theSameTwiceIsFineButNotWithAnotherAmount() {
    var once = given(paid()).and(earned(), asked(REFUND, CHARGE, 500));
    once.when(refund(500, null)).thenNothing();
    once.when(refund(600, null)).thenRefused(new RefundAlreadyRequested(REFUND));
  }

  @Test
  void cashWaitsUntilSomebodyHasPaidItOut() {
    var open = split().and(asked(REFUND, CHARGE, 2000), cash(REFUND.ofShare(2), 500));
    var byHand = "by-hand-" + REFUND.ofShare(2);

    open.when(new PayOutRefund(PAYMENT, REFUND.ofShare(2), RefundSource.OFFICE, at(60)))
        .then(refunded(cash(REFUND.ofShare(2), 500), RefundSource.OFFICE, byHand, 60));
    assertThat(Errand.findRefund(open.state(), REFUND)).isPresent();
    assertThat(Errand.findRefund(open.state(), REFUND.ofShare(2))).isEmpty();
  }

  @Test
  void whatTheProviderRefusesIsPaidOutByHandOrAskedForAnew() {
    var ask = asked(REFUND, CHARGE, 500);
    var refused =
        new RefundFailed(PAYMENT, ORDER, REFUND, CHARGE, eur(500), "account closed", at(51));
    var open = given(paid()).and(earned(), ask);

    open.when(new FailRefund(PAYMENT, REFUND, "account closed", at(51))).then(refused);
    open.and(refused)
        .when(new PayOutRefund(PAYMENT, REFUND, RefundSource.BANK, at(60)))
        .then(refunded(ask, RefundSource.BANK, "by-hand-" + REFUND, 60));
    assertThat(((Known) open.and(refused).state()).status()).isEqualTo(PaymentStatus.COMPLETED);
  }

  @Test
  void aRefundIsThroughOnce() {
    var ask = asked(REFUND, CHARGE, 500);
    var confirm = new ConfirmRefund(PAYMENT, REFUND, "re-1", at(52));
    var open = given(paid()).and(earned(), ask);

    open.when(confirm).then(refunded(ask, "re-1", 52));
    var through = open.and(refunded(ask, "re-1", 52));
    through.when(confirm).thenNothing();
    assertThat(((Known) through.state()).status()).isEqualTo(PaymentStatus.PARTLY_REFUNDED);
  }

  @Test
  void theBankTakesItBackOnceAndMayLoseTheDispute() {
    var back = new ChargeBack(CHARGE, AMOUNT, "not me", at(90));
    var taken =
        new ChargedBack(PAYMENT, ORDER, CHARGE, PaymentMethod.CARD, AMOUNT, "not me", at(90));
    var won = new ChargebackReversed(PAYMENT, ORDER, CHARGE, PaymentMethod.CARD, AMOUNT, at(99));
    var delivered = given(paid()).and(earned());

    delivered.when(back).then(taken);
    delivered.and(taken).when(back).thenNothing();
    delivered
        .and(taken)
        .when(refund(1, null))
        .thenRefused(new RefundTooHigh(PAYMENT, eur(1), eur(0)));
    delivered.and(taken).when(new ReverseChargeback(CHARGE, at(99))).then(won);
    delivered.and(taken, won).when(back).thenNothing();
    assertThat(((Known) delivered.and(taken).state()).status())
        .isEqualTo(PaymentStatus.CHARGED_BACK);
  }

  @Test
  void theBankMayTakeItBackBitByBit() {
    var some = chargedBack(300);
    var delivered = given(paid()).and(earned());

    delivered.when(new ChargeBack(CHARGE, eur(300), "not me", at(90))).then(some);
    delivered
        .and(some)
        .when(new ChargeBack(CHARGE, AMOUNT, "not me", at(90)))
        .then(chargedBack(2650));
    delivered
        .and(some, chargedBack(2650))
        .when(new ChargeBack(CHARGE, eur(300), "not me", at(91)))
        .thenNothing();
    delivered
        .and(some, chargedBack(2650))
        .when(new ReverseChargeback(CHARGE, at(99)))
        .then(
            new ChargebackReversed(PAYMENT, ORDER, CHARGE, PaymentMethod.CARD, AMOUNT, at(99)));
  }

  @Test
  void whatTheProviderReversesIsGone() {
    var reverse = new ReverseCapture(CHARGE, "not me", at(80), at(90));
    var delivered = given(paid()).and(earned());

    delivered.when(reverse).then(chargedBack(2950));
    delivered.and(chargedBack(2950)).when(reverse).thenNothing();
    delivered
        .and(asked(REFUND, CHARGE, 500))
        .when(reverse)
        .then(chargedBack(2450));
    delivered.and(asked(REFUND, CHARGE, 2950)).when(reverse).thenNothing();
    given(requested(SPLIT)).when(reverse).thenNothing();
  }

  @Test
  void whatItSaidBeforeItHadTheMoneyDoesNotReverseIt() {
    given(paid()).when(new ReverseCapture(CHARGE, "not me", at(1), at(90))).thenNothing();
    given(paid()).when(new ReverseCapture(CHARGE, "not me", at(2), at(90))).thenNothing();
  }

  private static ChargedBack chargedBack(long minor) {
    return new ChargedBack(
        PAYMENT, ORDER, CHARGE, PaymentMethod.CARD, eur(minor), "not me", at(90));
  }

  private static History<PaymentState, PaymentCommand, PaymentEvent> split() {
    return given(
        requested(SPLIT),
        captured(CHARGE, PaymentMethod.CARD, eur(2000)),
        secured(),
        collected(2, eur(950)),
        completedAtTheDoor(),
        earned());
  }

  private static RefundPayment refund(long minor, @Nullable Money limit) {
    return new RefundPayment(PAYMENT, REFUND, eur(minor), "cold", limit, null, at(50));
  }

  private static RefundRequested asked(RefundId id, ChargeId charge, long minor) {
    return new RefundRequested(
        PAYMENT,
        ORDER,
        id,
        charge,
        PaymentMethod.CARD,
        eur(minor),
        "tx-1",
        "cold",
        true,
        null,
        at(50));
  }

  private static RefundRequested cash(RefundId id, long minor) {
    return new RefundRequested(
        PAYMENT,
        ORDER,
        id,
        OF_CASH,
        PaymentMethod.CASH,
        eur(minor),
        "cash-trip-1",
        "cold",
        true,
        null,
        at(50));
  }
}
