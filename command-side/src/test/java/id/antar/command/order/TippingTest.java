package id.antar.command.order;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.CASH;
import static id.antar.command.Cast.EVE;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.PAYMENT;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.placeOrder;
import static id.antar.command.order.OrderStory.delivered;
import static id.antar.command.order.OrderStory.untilPickedUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.antar.api.customer.CustomerId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderCommand;
import id.antar.api.order.OrderCommand.ConfirmTip;
import id.antar.api.order.OrderCommand.FailTip;
import id.antar.api.order.OrderCommand.GiveTip;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderEvent.TipFailed;
import id.antar.api.order.OrderEvent.TipGiven;
import id.antar.api.order.OrderEvent.TipPaid;
import id.antar.api.order.OrderRejection.NotAtThisStage;
import id.antar.api.order.OrderRejection.NotYourOrder;
import id.antar.api.order.OrderRejection.OrderTooDear;
import id.antar.api.order.OrderRejection.PaymentDoesNotSum;
import id.antar.api.order.OrderRejection.PaymentMismatch;
import id.antar.api.order.OrderRejection.TipAlreadyGiven;
import id.antar.api.order.OrderRejection.TipNotInCash;
import id.antar.api.order.OrderRejection.TipOutOfRange;
import id.antar.api.order.OrderRejection.TooLateForATip;
import id.antar.api.order.OrderStage;
import id.antar.api.order.OrderTotal;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentPart;
import id.antar.api.payment.PaymentSplit;
import id.antar.api.payment.PaymentSplit.Share;
import id.antar.command.decider.Decision;
import id.antar.command.decider.History;
import id.antar.command.merchant.Quotation;
import id.antar.command.merchant.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is paid with an order besides its price, and how the whole is divided.
class TippingTest {

  private static final PaymentId TIP = PaymentId.ofTip(ORDER, 1);
  private static final TipGiven GIVEN = new TipGiven(ORDER, ADA, BO, TIP, eur(200), CARD, at(50));

  @Test
  void theCustomerThanksTheCourierAfterTheDelivery() {
    atTheDoor().when(tip(ADA, 200, CARD)).then(GIVEN);
    atTheDoor().and(GIVEN).when(tip(ADA, 200, CARD)).thenNothing();
    atTheDoor().and(GIVEN).when(tip(ADA, 300, CARD)).thenRefused(new TipAlreadyGiven(ORDER));
  }

  @Test
  void nobodyElseAndNotBefore() {
    atTheDoor().when(tip(EVE, 200, CARD)).thenRefused(new NotYourOrder(ORDER));
    given(untilPickedUp())
        .when(tip(ADA, 200, CARD))
        .thenRefused(new NotAtThisStage(ORDER, OrderStage.PICKED_UP, "GiveTip"));
  }

  @Test
  void aTipHasItsLimits() {
    atTheDoor().when(tip(ADA, 200, CASH)).thenRefused(new TipNotInCash(ORDER));
    atTheDoor().when(tip(ADA, 0, CARD)).thenRefused(new TipOutOfRange(eur(0), eur(2950)));
    atTheDoor().when(tip(ADA, 2951, CARD)).thenRefused(new TipOutOfRange(eur(2951), eur(2950)));
    var late = new GiveTip(ORDER, ADA, 1, eur(200), CARD, at(40 + 7 * 24 * 60 + 1));
    atTheDoor().when(late).thenRefused(new TooLateForATip(ORDER));
  }

  @Test
  void aTipThatHasComeIsTheCouriers() {
    var confirm = new ConfirmTip(ORDER, TIP, at(51));
    var paid = new TipPaid(ORDER, ADA, BO, eur(200), at(51));
    atTheDoor().and(GIVEN).when(confirm).then(paid);
    atTheDoor().and(GIVEN, paid).when(confirm).thenNothing();
    atTheDoor()
        .and(GIVEN)
        .when(new ConfirmTip(ORDER, PAYMENT, at(51)))
        .thenRefused(new PaymentMismatch(ORDER));
  }

  @Test
  void aTipThatCameToNothingDoesNotBarAnotherOne() {
    var fail = new FailTip(ORDER, TIP, "no funds", at(55));
    var failed = new TipFailed(ORDER, ADA, TIP, "no funds", at(55));
    var second = new GiveTip(ORDER, ADA, 2, eur(300), CARD, at(60));
    var next = new TipGiven(ORDER, ADA, BO, PaymentId.ofTip(ORDER, 2), eur(300), CARD, at(60));

    atTheDoor().and(GIVEN).when(second).thenRefused(new TipAlreadyGiven(ORDER));
    atTheDoor().and(GIVEN).when(fail).then(failed);
    atTheDoor().and(GIVEN, failed).when(fail).thenNothing();
    atTheDoor().and(GIVEN, failed).when(second).then(next);
    atTheDoor().and(GIVEN, failed, next).when(second).thenNothing();
    atTheDoor().and(GIVEN, failed, next).when(fail).thenNothing();
    atTheDoor()
        .and(GIVEN, failed)
        .when(tip(ADA, 200, CARD))
        .thenRefused(new TipAlreadyGiven(ORDER));
  }

  @Test
  void theTimeForATipBeginsWhenTheDeliveryWasRecorded() {
    OrderState late = given(untilPickedUp()).state().evolve(delivered(), at(80));
    var inTime = new GiveTip(ORDER, ADA, 1, eur(200), CARD, at(80 + 7 * 24 * 60));

    assertThat(late.decide(inTime, OrderPolicy.standard(), inTime.occurredAt()))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void whatIsPromisedIsPartOfTheWholeAndOfItsSplit() {
    var split = new PaymentSplit(List.of(new Share(CASH, null), new Share(CARD, eur(2000))));

    OrderPlaced placed = (OrderPlaced) place(split, eur(150)).getFirst();

    assertThat(placed.total().tip()).isEqualTo(eur(150));
    assertThat(placed.payment())
        .containsExactly(new PaymentPart(1, CASH, eur(1100)), new PaymentPart(2, CARD, eur(2000)));
    assertThat(placed.cashDue()).isEqualTo(eur(1100));
    assertThat(place(split, eur(150))).noneMatch(OrderSubmitted.class::isInstance);
  }

  @Test
  void aSplitThatDoesNotSumIsRefused() {
    var less = new PaymentSplit(List.of(new Share(CARD, eur(2000))));
    var more = new PaymentSplit(List.of(new Share(CARD, eur(2951)), new Share(CASH, null)));
    var other =
        new PaymentSplit(List.of(new Share(CARD, Money.of(1, "USD")), new Share(CASH, null)));
    for (PaymentSplit split : List.of(less, more, other)) {
      assertThat(decide(split, null))
          .isEqualTo(Decision.reject(new PaymentDoesNotSum(ORDER, eur(2950))));
    }
  }

  @Test
  void sharesAndOrdersHaveABound() {
    Money tooMuch = eur(9_000_000_000_000_000_000L);
    assertThatIllegalArgumentException().isThrownBy(() -> new Share(CARD, tooMuch));

    Quote dear = quoteOf(eur(Money.MOST));
    assertThat(
            new OrderState.Unplaced()
                .place(
                    placeOrder(CARD),
                    () -> new Quotation.Quoted(dear),
                    OrderPolicy.standard(),
                    at(0)))
        .isEqualTo(Decision.reject(new OrderTooDear(dear.total().total())));
  }

  private static Quote quoteOf(Money items) {
    Quote usual = OrderStory.QUOTE;
    return new Quote(
        usual.merchantName(), usual.pickup(), usual.lines(), OrderTotal.of(items, eur(350)));
  }

  private static List<OrderEvent> place(PaymentSplit split, @Nullable Money tip) {
    return new History.Outcome<>(decide(split, tip)).events();
  }

  private static Decision<OrderEvent> decide(PaymentSplit split, @Nullable Money tip) {
    PlaceOrder p = placeOrder(CARD);
    var command =
        new PlaceOrder(
            p.orderId(),
            p.customerId(),
            p.merchantId(),
            p.basket(),
            p.recipient(),
            p.dropoff(),
            split,
            tip,
            null,
            p.occurredAt());
    return new OrderState.Unplaced()
        .place(
            command, () -> new Quotation.Quoted(OrderStory.QUOTE), OrderPolicy.standard(), at(0));
  }

  private static History<OrderState, OrderCommand, OrderEvent> atTheDoor() {
    return given(untilPickedUp()).and(delivered());
  }

  private static History<OrderState, OrderCommand, OrderEvent> given(OrderEvent... events) {
    return new History<OrderState, OrderCommand, OrderEvent>(
            new OrderState.Unplaced(),
            OrderState::evolve,
            (state, command) -> state.decide(command, OrderPolicy.standard(), command.occurredAt()))
        .and(events);
  }

  private static GiveTip tip(CustomerId who, long minor, PaymentChoice choice) {
    return new GiveTip(ORDER, who, 1, eur(minor), choice, at(50));
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
