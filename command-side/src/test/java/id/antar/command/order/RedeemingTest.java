package id.antar.command.order;

import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.CASH;
import static id.antar.command.Cast.FEE;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOODLE_BAR_PROFILE;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.RAMEN;
import static id.antar.command.Cast.TEA;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.order;
import static id.antar.command.Cast.placeOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import id.antar.api.merchant.MerchantCommand.ListProduct;
import id.antar.api.merchant.MerchantCommand.OfferVoucher;
import id.antar.api.merchant.MerchantCommand.OpenMerchant;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.merchant.MerchantEvent.VoucherRedeemed;
import id.antar.api.merchant.MerchantEvent.VoucherReleased;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantQuery.BasketQuote;
import id.antar.api.merchant.MerchantQuery.GetQuote;
import id.antar.api.merchant.MerchantRejection.UnknownMerchant;
import id.antar.api.merchant.MerchantRejection.VoucherNotValid;
import id.antar.api.merchant.Voucher;
import id.antar.api.message.Receipt;
import id.antar.api.money.Money;
import id.antar.api.order.OrderCommand.AssignCourier;
import id.antar.api.order.OrderCommand.CancelOrder;
import id.antar.api.order.OrderCommand.ConfirmOrder;
import id.antar.api.order.OrderCommand.MarkDelivered;
import id.antar.api.order.OrderCommand.MarkDeliveryFailed;
import id.antar.api.order.OrderCommand.MarkPickedUp;
import id.antar.api.order.OrderCommand.MarkReturned;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderSettled;
import id.antar.api.order.Party;
import id.antar.api.payment.PaymentCommand.GiveUpCharge;
import id.antar.command.Cast;
import id.antar.command.TestEngine;
import id.antar.command.payment.PaymentGateway.ChargeState.Declined;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A voucher for one order, with the real repositories and their caches.
class RedeemingTest {

  private static final String CODE = "TENTH";
  private static final Receipt REFUSED = Receipt.rejected(new VoucherNotValid(CODE));

  private final TestEngine engine = new TestEngine();

  @BeforeEach
  void openNoodleBar() {
    engine.accept(
        new RegisterMerchant(NOODLE_BAR, NOODLE_BAR_PROFILE, FEE, Duration.ofMinutes(12), NOON),
        new ListProduct(NOODLE_BAR, RAMEN, NOON),
        new ListProduct(NOODLE_BAR, TEA, NOON),
        new OpenMerchant(NOODLE_BAR, NOON),
        new OfferVoucher(NOODLE_BAR, new Voucher(CODE, 1000, null, null, NOON, at(600), 1), NOON));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void aPlacedOrderHasTakenItsUse() {
    engine.accept(placeOrder(ORDER, CASH, CODE));

    assertThat(placed().total().discount()).isEqualTo(eur(270));
    assertThat(redeemed())
        .containsExactly(new VoucherRedeemed(NOODLE_BAR, CODE, ORDER, eur(270), NOON));
    assertThat(engine.send(placeOrder(order(2), CASH, CODE))).isEqualTo(REFUSED);
  }

  @Test
  void aQuoteSaysWhatTheOrderWouldCostAndTakesNone() {
    PlaceOrder wanted = placeOrder(ORDER, CASH, CODE);
    var ask = new GetQuote(NOODLE_BAR, wanted.basket(), CODE);

    BasketQuote first = engine.ask(ask);
    assertThat(engine.ask(ask)).isEqualTo(first);
    assertThat(redeemed()).isEmpty();

    engine.accept(wanted);
    assertThat(first).isEqualTo(new BasketQuote.Priced(placed().lines(), placed().total()));
    assertThat(engine.ask(ask)).isEqualTo(new BasketQuote.Refused(new VoucherNotValid(CODE)));
    MerchantId nowhere = new MerchantId("nowhere");
    assertThat(engine.ask(new GetQuote(nowhere, wanted.basket(), null)))
        .isEqualTo(new BasketQuote.Refused(new UnknownMerchant(nowhere)));
  }

  @Test
  void aQuoteWaitsForNoOrder() {
    PlaceOrder wanted = placeOrder(ORDER, CASH, CODE);
    var ask = new GetQuote(NOODLE_BAR, wanted.basket(), CODE);
    List<BasketQuote> meanwhile = new ArrayList<>();
    var underWay =
        engine.beforeStoring(
            VoucherRedeemed.class,
            () ->
                meanwhile.add(
                    CompletableFuture.supplyAsync(() -> engine.ask(ask))
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join()));
    engine.accept(wanted);
    underWay.cancel();

    assertThat(meanwhile)
        .containsExactly(new BasketQuote.Priced(placed().lines(), placed().total()));
  }

  @Test
  void theSamePlacingAgainTakesNoFurtherOne() {
    engine.accept(placeOrder(ORDER, CASH, CODE), placeOrder(ORDER, CASH, CODE));

    assertThat(redeemed()).hasSize(1);
  }

  @Test
  void anOrderThatIsRefusedTakesNone() {
    PlaceOrder tooMuch = placeOrder(ORDER, CASH, CODE);
    assertThat(
            engine.send(
                new PlaceOrder(
                    ORDER,
                    tooMuch.customerId(),
                    NOODLE_BAR,
                    tooMuch.basket(),
                    tooMuch.recipient(),
                    tooMuch.dropoff(),
                    tooMuch.payment(),
                    eur(1_000_000),
                    CODE,
                    NOON)))
        .isInstanceOf(Receipt.Rejected.class);

    assertThat(redeemed()).isEmpty();
    engine.accept(placeOrder(order(2), CASH, CODE));
  }

  @Test
  void theLastUseIsOneOrdersHoweverManyAskAtOnce() {
    List<CompletableFuture<Receipt>> answers =
        IntStream.range(0, 8)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(() -> engine.send(placeOrder(order(i), CASH, CODE))))
            .toList();

    assertThat(answers.stream().map(CompletableFuture::join))
        .containsOnlyOnce(Receipt.accepted())
        .filteredOn(answer -> !answer.equals(Receipt.accepted()))
        .hasSize(7)
        .containsOnly(REFUSED);
    assertThat(redeemed()).hasSize(1);
  }

  @Test
  void whatIsNotStoredHasTakenNone() {
    var fault = engine.failToStore(VoucherRedeemed.class);
    assertThatIllegalStateException().isThrownBy(() -> engine.send(placeOrder(ORDER, CASH, CODE)));
    fault.cancel();

    assertThat(engine.facts(ORDER)).isEmpty();
    engine.accept(placeOrder(order(2), CASH, CODE));
  }

  @Test
  void anOrderThatIsCancelledGivesItBackOnce() {
    var cancel = new CancelOrder(ORDER, new Party.Customer(Cast.ADA), "too late", at(2));
    engine.accept(placeOrder(ORDER, CASH, CODE), cancel, cancel);

    assertThat(released()).containsExactly(new VoucherReleased(NOODLE_BAR, CODE, ORDER, at(2)));
    engine.accept(placeOrder(order(2), CASH, CODE));
    assertThat(engine.send(placeOrder(order(3), CASH, CODE))).isEqualTo(REFUSED);
  }

  @Test
  void anOrderWhosePaymentFailsGivesItBack() {
    engine.bank().tell(Cast.PAYMENT, new Declined("no funds"));
    engine.accept(placeOrder(ORDER, CARD, CODE));
    String retry = "payment:" + Cast.CHARGE + ":retry";
    await().until(() -> engine.timeouts().scheduled().containsKey(retry));
    engine.accept(new GiveUpCharge(Cast.CHARGE, at(5)));

    await().until(() -> engine.facts(ORDER).stream().anyMatch(OrderCancelled.class::isInstance));
    assertThat(released()).hasSize(1);
  }

  @Test
  void anOrderThatIsBroughtBackGivesItBack() {
    onTheRoad();
    engine.accept(
        new MarkDeliveryFailed(ORDER, TRIP, "nobody there", at(40)),
        new MarkReturned(ORDER, TRIP, at(60)),
        new MarkReturned(ORDER, TRIP, at(60)));

    assertThat(released()).containsExactly(new VoucherReleased(NOODLE_BAR, CODE, ORDER, at(60)));
  }

  @Test
  void aDeliveredOrderKeepsItAndIsSettledByWhatWasSold() {
    onTheRoad();
    engine.accept(new MarkDelivered(ORDER, TRIP, at(40)));

    assertThat(released()).isEmpty();
    assertThat(engine.facts(ORDER))
        .filteredOn(OrderSettled.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            OrderSettled.class,
            settled -> {
              assertThat(settled.total()).isEqualTo(placed().total());
              assertThat(settled.commission()).isEqualTo(eur(365));
            });
  }

  @Test
  void anOrderWithoutAVoucherLeavesTheMerchantAlone() {
    int before = engine.facts(NOODLE_BAR).size();
    engine.accept(
        placeOrder(CASH), new CancelOrder(ORDER, new Party.Customer(Cast.ADA), "no", at(2)));

    assertThat(engine.facts(NOODLE_BAR)).hasSize(before);
  }

  private void onTheRoad() {
    engine.accept(
        placeOrder(ORDER, CASH, CODE),
        new ConfirmOrder(ORDER, NOODLE_BAR, at(20), at(2)),
        new AssignCourier(ORDER, TRIP, Cast.BO, at(6)),
        new MarkPickedUp(ORDER, TRIP, Cast.BO, at(22)));
  }

  private OrderPlaced placed() {
    return (OrderPlaced) engine.facts(ORDER).getFirst();
  }

  private List<Object> redeemed() {
    return engine.facts(NOODLE_BAR).stream().filter(VoucherRedeemed.class::isInstance).toList();
  }

  private List<Object> released() {
    return engine.facts(NOODLE_BAR).stream().filter(VoucherReleased.class::isInstance).toList();
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
