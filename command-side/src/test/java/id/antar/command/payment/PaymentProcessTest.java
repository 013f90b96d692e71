package id.antar.command.payment;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.CASH;
import static id.antar.command.Cast.CHARGE;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.PAYMENT;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.courier.CourierCommand.TakeCash;
import id.antar.api.money.Money;
import id.antar.api.order.OrderCommand.CancelOrder;
import id.antar.api.order.OrderCommand.ConfirmPayment;
import id.antar.api.order.OrderCommand.ConfirmTip;
import id.antar.api.order.OrderEvent.TipGiven;
import id.antar.api.order.OrderRejection.NotAtThisStage;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Party;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentCommand.CaptureCharge;
import id.antar.api.payment.PaymentCommand.ChargeBack;
import id.antar.api.payment.PaymentCommand.CollectCash;
import id.antar.api.payment.PaymentCommand.ConfirmVoid;
import id.antar.api.payment.PaymentCommand.FailCharge;
import id.antar.api.payment.PaymentCommand.RequestPayment;
import id.antar.api.payment.PaymentCommand.ReverseCapture;
import id.antar.api.payment.PaymentCommand.ReverseChargeback;
import id.antar.api.payment.PaymentCommand.ReversePayment;
import id.antar.api.payment.PaymentEvent.CashCollected;
import id.antar.api.payment.PaymentEvent.ChargeAuthorised;
import id.antar.api.payment.PaymentEvent.ChargeRequested;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.api.payment.PaymentEvent.PaymentExpired;
import id.antar.api.payment.PaymentEvent.PaymentFailed;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentEvent.PaymentSecured;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentEvent.VoidRequested;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPart;
import id.antar.api.payment.PaymentPurpose;
import id.antar.api.payment.RefundId;
import id.antar.command.order.OrderStory;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.command.payment.PaymentGateway.ChargeState.Captured;
import id.antar.command.payment.PaymentGateway.ChargeState.ChargebackReversed;
import id.antar.command.payment.PaymentGateway.ChargeState.Declined;
import id.antar.command.payment.PaymentGateway.ChargeState.Unknown;
import id.antar.command.process.Reacting;
import id.antar.command.process.RecordingCommandGateway;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaymentProcessTest {

  private static final Money AMOUNT = Money.of(2950, "EUR");
  private static final RefundId REFUND = RefundId.ofReversal(PAYMENT, 1);
  private static final PaymentSecured SECURED = new PaymentSecured(PAYMENT, ORDER, at(1));

  private final RecordingCommandGateway commands = new RecordingCommandGateway();
  private final Reacting reacting = new Reacting(commands, "payment");

  @Test
  void everyOrderHasAPayment() {
    new WhenOrderPlacedThenRequestPayment(reacting).on(OrderStory.placed(CASH));

    assertThat(commands.commands())
        .containsExactly(
            new RequestPayment(
                PAYMENT, ORDER, ADA, PaymentPurpose.ORDER, AMOUNT, parts(CASH), NOON));
  }

  @Test
  void theGatewayIsAskedForWhatIsPaidBeforeTheDoor() {
    var split =
        List.of(
            new PaymentPart(1, CASH, Money.of(950, "EUR")),
            new PaymentPart(2, CARD, Money.of(2000, "EUR")));

    new WhenChargeWaitsThenAskGateway(reacting)
        .on(
            new PaymentRequested(
                PAYMENT, ORDER, ADA, PaymentPurpose.ORDER, AMOUNT, split, at(15), NOON));

    assertThat(commands.commands())
        .containsExactly(new AskAboutCharge(new ChargeId(PAYMENT, 2, 1), 1));
  }

  @Test
  void theGatewayIsAskedAgainAtEveryTurn() {
    var process = new WhenChargeWaitsThenAskGateway(reacting);

    process.on(new ChargeRequested(PAYMENT, ORDER, CHARGE, CARD, at(1)));
    process.on(new ChargeAuthorised(PAYMENT, ORDER, CHARGE, AMOUNT, "tx-1", at(1)));
    process.on(new VoidRequested(PAYMENT, ORDER, CHARGE, at(1)));

    assertThat(commands.commands()).hasSize(3).containsOnly(new AskAboutCharge(CHARGE, 1));
  }

  @Test
  void theGatewaysAnswerBecomesACommand() {
    var charge = new Charge(CHARGE, ORDER, AMOUNT, CARD);

    assertThat(Answers.of(charge, new Captured(AMOUNT, "tx-1"), at(1), false, at(1)))
        .containsExactly(new CaptureCharge(CHARGE, AMOUNT, "tx-1", at(1)));
    assertThat(Answers.of(charge, new Declined("no funds"), at(0), false, at(1)))
        .containsExactly(
            new FailCharge(CHARGE, "no funds", at(1)),
            new ReverseCapture(CHARGE, "no funds", at(0), at(1)));
    assertThat(Answers.of(charge, new Unknown(), at(1), false, at(1))).isEmpty();
    assertThat(Answers.of(charge, new Unknown(), at(1), true, at(1)))
        .containsExactly(new ConfirmVoid(CHARGE, at(1)));
    assertThat(
            Answers.of(
                charge,
                new ChargebackReversed(AMOUNT, AMOUNT, "tx-1", "not me"),
                at(1),
                false,
                at(1)))
        .containsExactly(
            new CaptureCharge(CHARGE, AMOUNT, "tx-1", at(1)),
            new ChargeBack(CHARGE, AMOUNT, "not me", at(1)),
            new ReverseChargeback(CHARGE, at(1)));
  }

  @Test
  void moneyThatHasComeIsToldToTheOrder() {
    new WhenPaymentSecuredThenConfirmIt(reacting).on(SECURED);

    assertThat(commands.commands()).containsExactly(new ConfirmPayment(ORDER, PAYMENT, at(1)));
  }

  @Test
  void moneyThatTheOrderDoesNotWantGoesBack() {
    commands.refuse(
        ConfirmPayment.class, new NotAtThisStage(ORDER, OrderStage.CANCELLED, "ConfirmPayment"));

    new WhenPaymentSecuredThenConfirmIt(reacting).on(SECURED);

    assertThat(commands.commands())
        .containsExactly(
            new ConfirmPayment(ORDER, PAYMENT, at(1)),
            new ReversePayment(PAYMENT, "The order was off before it was paid.", at(1)));
  }

  @Test
  void anUnpaidOrderIsOff() {
    var process = new WhenPaymentFailsThenCancelOrder(reacting);

    process.on(new PaymentFailed(PAYMENT, ORDER, "no funds", at(1)));
    process.on(new PaymentExpired(PAYMENT, ORDER, at(15)));

    var engine = new Party.Engine("payment");
    assertThat(commands.commands())
        .containsExactly(
            new CancelOrder(ORDER, engine, "no funds", at(1)),
            new CancelOrder(ORDER, engine, "The payment has not come in time.", at(15)));
  }

  @Test
  void aTipIsAPaymentOfItsOwnAndNeverTouchesTheOrder() {
    var tip = PaymentId.ofTip(ORDER, 1);
    Money two = Money.of(200, "EUR");

    new WhenTipGivenThenRequestPayment(reacting)
        .on(new TipGiven(ORDER, ADA, BO, tip, two, CARD, at(50)));
    new WhenPaymentFailsThenCancelOrder(reacting)
        .on(new PaymentFailed(tip, ORDER, "no funds", at(51)));
    new WhenPaymentSecuredThenConfirmIt(reacting).on(new PaymentSecured(tip, ORDER, at(51)));
    new WhenTipCompletedThenConfirmIt(reacting)
        .on(new PaymentCompleted(tip, ORDER, two, "tx-1", at(51)));
    new WhenTipCompletedThenConfirmIt(reacting)
        .on(new PaymentCompleted(PAYMENT, ORDER, AMOUNT, "tx-1", at(51)));

    assertThat(commands.commands())
        .containsExactly(
            new RequestPayment(
                tip,
                ORDER,
                ADA,
                PaymentPurpose.TIP,
                two,
                List.of(new PaymentPart(1, CARD, two)),
                at(50)),
            new ConfirmTip(ORDER, tip, at(51)));
  }

  @Test
  void cashIsInTheCouriersHand() {
    new WhenCashCollectedThenTakeCash(reacting)
        .on(new CashCollected(PAYMENT, ORDER, 1, AMOUNT, TRIP, BO, at(40)));

    assertThat(commands.commands()).containsExactly(new TakeCash(BO, ORDER, AMOUNT, at(40)));
  }

  @Test
  void nobodyPaysForWhatWasNotDelivered() {
    var process = new WhenOrderEndsUndeliveredThenReversePayment(reacting);

    process.on(OrderStory.cancelledByOperator());
    process.on(OrderStory.returned());

    assertThat(commands.commands())
        .containsExactly(
            new ReversePayment(PAYMENT, "lost", at(30)),
            new ReversePayment(PAYMENT, "The order was brought back to the merchant.", at(60)));
  }

  @Test
  void cashChangesHandsAtTheDoor() {
    new WhenOrderDeliveredThenCollectCash(reacting).on(OrderStory.delivered());

    assertThat(commands.commands()).containsExactly(new CollectCash(PAYMENT, TRIP, BO, at(40)));
  }

  @Test
  void aRefundIsSentBackUnlessItIsOfCash() {
    var process = new WhenRefundRequestedThenAskGateway(reacting);

    process.on(refund(PaymentMethod.CARD));
    process.on(refund(PaymentMethod.CASH));

    assertThat(commands.commands()).containsExactly(new AskForRefund(PAYMENT, REFUND, 1));
  }

  @Test
  void theFactsOfAnOrderAndOfItsPaymentKeepTheirOrder() {
    assertThat(sequence(OrderStory.placed(CARD))).isEqualTo("order-1");
    assertThat(sequence(SECURED)).isEqualTo("order-1");
  }

  @Test
  void theGatewayIsAskedAgainLessAndLessOften() {
    var policy = PaymentPolicy.standard();

    assertThat(policy.retryAfter(1, "one")).isBetween(seconds(24), seconds(36));
    assertThat(policy.retryAfter(2, "one")).isEqualTo(policy.retryAfter(1, "one").multipliedBy(2));
    assertThat(policy.retryAfter(1000, "one")).isBetween(seconds(480), seconds(720));
  }

  @Test
  void whoWasLetDownTogetherDoesNotComeBackTogether() {
    var policy = PaymentPolicy.standard();

    assertThat(IntStream.range(0, 1_000).mapToObj(n -> policy.retryAfter(1, "charge-" + n)))
        .allMatch(it -> it.compareTo(seconds(24)) >= 0 && it.compareTo(seconds(36)) <= 0)
        .satisfies(all -> assertThat(Set.copyOf(all)).hasSizeGreaterThan(30));
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static RefundRequested refund(PaymentMethod method) {
    return new RefundRequested(
        PAYMENT, ORDER, REFUND, CHARGE, method, AMOUNT, "tx-1", "order off", false, null, at(3));
  }

  private static List<PaymentPart> parts(PaymentChoice choice) {
    return List.of(new PaymentPart(1, choice, AMOUNT));
  }

  private static @Nullable Object sequence(Object event) {
    return PaymentConfiguration.orderOf(GenericEventMessage.asEventMessage(event));
  }
}
