package id.antar.command.payment;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.CASH;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.PAYMENT;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.money.Money;
import id.antar.api.order.OrderCommand.CancelOrder;
import id.antar.api.order.OrderCommand.ConfirmPayment;
import id.antar.api.order.OrderRejection.NotAtThisStage;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Party;
import id.antar.api.payment.PaymentCommand.CollectCash;
import id.antar.api.payment.PaymentCommand.CompletePayment;
import id.antar.api.payment.PaymentCommand.FailPayment;
import id.antar.api.payment.PaymentCommand.RequestPayment;
import id.antar.api.payment.PaymentCommand.ReversePayment;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.api.payment.PaymentEvent.PaymentFailed;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.command.order.OrderStory;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.command.payment.PaymentGateway.Charged;
import id.antar.command.payment.PaymentGateway.Declined;
import id.antar.command.payment.PaymentGateway.Refund;
import id.antar.command.process.Reacting;
import id.antar.command.process.RecordingCommandGateway;
import java.time.Duration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaymentProcessTest {

  private static final Money AMOUNT = Money.of(2950, "EUR");
  private static final PaymentCompleted COMPLETED =
      new PaymentCompleted(PAYMENT, ORDER, AMOUNT, "tx-1", at(1));

  private final RecordingCommandGateway commands = new RecordingCommandGateway();
  private final Reacting reacting = new Reacting(commands, "payment");

  @Test
  void everyOrderHasAPayment() {
    new WhenOrderPlacedThenRequestPayment(reacting).on(OrderStory.placed(CASH));

    assertThat(commands.commands())
        .containsExactly(new RequestPayment(PAYMENT, ORDER, ADA, AMOUNT, CASH, NOON));
  }

  @Test
  void theGatewayIsAskedForCardsOnly() {
    var card = new PaymentRequested(PAYMENT, ORDER, ADA, AMOUNT, CARD, at(15), NOON);
    var cash = new PaymentRequested(PAYMENT, ORDER, ADA, AMOUNT, CASH, at(1440), NOON);

    assertThat(WhenPaymentRequestedThenAskGateway.react(card))
        .contains(new Charge(PAYMENT, ORDER, AMOUNT, CARD));
    assertThat(WhenPaymentRequestedThenAskGateway.react(cash)).isEmpty();
  }

  @Test
  void theGatewaysAnswerBecomesACommand() {
    var charge = new Charge(PAYMENT, ORDER, AMOUNT, CARD);

    assertThat(AskingGateway.react(charge, new Charged("tx-1"), at(1)))
        .isEqualTo(new CompletePayment(PAYMENT, AMOUNT, "tx-1", at(1)));
    assertThat(AskingGateway.react(charge, new Declined("no funds"), at(1)))
        .isEqualTo(new FailPayment(PAYMENT, "no funds", at(1)));
  }

  @Test
  void moneyThatHasComeIsToldToTheOrder() {
    new WhenPaymentCompletedThenConfirmIt(reacting).on(COMPLETED);

    assertThat(commands.commands()).containsExactly(new ConfirmPayment(ORDER, PAYMENT, at(1)));
  }

  @Test
  void moneyThatTheOrderDoesNotWantGoesBack() {
    commands.refuse(
        ConfirmPayment.class, new NotAtThisStage(ORDER, OrderStage.CANCELLED, "ConfirmPayment"));

    new WhenPaymentCompletedThenConfirmIt(reacting).on(COMPLETED);

    assertThat(commands.commands())
        .containsExactly(
            new ConfirmPayment(ORDER, PAYMENT, at(1)),
            new ReversePayment(PAYMENT, "The order was off before it was paid.", at(1)));
  }

  @Test
  void anUnpaidOrderIsOff() {
    new WhenPaymentFailedThenCancelOrder(reacting)
        .on(new PaymentFailed(PAYMENT, ORDER, "no funds", at(1)));

    assertThat(commands.commands())
        .containsExactly(new CancelOrder(ORDER, new Party.Engine("payment"), "no funds", at(1)));
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

    assertThat(commands.commands()).containsExactly(new CollectCash(PAYMENT, TRIP, at(40)));
  }

  @Test
  void aRefundIsSentBack() {
    var requested = new RefundRequested(PAYMENT, ORDER, AMOUNT, "tx-1", "order off", at(3));

    assertThat(WhenRefundRequestedThenAskGateway.react(requested))
        .isEqualTo(new Refund(PAYMENT, ORDER, AMOUNT, "tx-1"));
  }

  @Test
  void theFactsOfAnOrderAndOfItsPaymentKeepTheirOrder() {
    assertThat(sequence(OrderStory.placed(CARD))).isEqualTo("order-1");
    assertThat(sequence(COMPLETED)).isEqualTo("order-1");
  }

  @Test
  void theGatewayIsAskedAgainLessAndLessOften() {
    var policy = PaymentPolicy.standard();

    assertThat(policy.retryAfter(1)).isEqualTo(Duration.ofSeconds(30));
    assertThat(policy.retryAfter(2)).isEqualTo(Duration.ofSeconds(60));
    assertThat(policy.retryAfter(1000)).isEqualTo(Duration.ofMinutes(10));
  }

  private static @Nullable Object sequence(Object event) {
    return PaymentConfiguration.orderOf(GenericEventMessage.asEventMessage(event));
  }
}
