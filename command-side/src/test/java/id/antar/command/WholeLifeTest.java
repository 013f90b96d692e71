package id.antar.command;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.CASH;
import static id.antar.command.Cast.CHARGE;
import static id.antar.command.Cast.DECISION;
import static id.antar.command.Cast.FEE;
import static id.antar.command.Cast.KIM;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOODLE_BAR_PROFILE;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.OTHER_TRIP;
import static id.antar.command.Cast.PAYMENT;
import static id.antar.command.Cast.RAMEN;
import static id.antar.command.Cast.RECIPIENT;
import static id.antar.command.Cast.TEA;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.order;
import static id.antar.command.Cast.placeOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.assignment.AbandonCause;
import id.antar.api.assignment.AssignmentCommand.AbandonAssignment;
import id.antar.api.assignment.AssignmentCommand.AcceptOffer;
import id.antar.api.assignment.AssignmentCommand.AmendAssignment;
import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentCommand.RecordDropoff;
import id.antar.api.assignment.AssignmentCommand.RecordPickup;
import id.antar.api.assignment.AssignmentCommand.RecordReturn;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentEvent.OrderWithdrawn;
import id.antar.api.assignment.AssignmentEvent.ReturnRequested;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerCommand.RegisterCustomer;
import id.antar.api.customer.CustomerId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.merchant.MerchantCommand.ListProduct;
import id.antar.api.merchant.MerchantCommand.OpenMerchant;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.api.message.Receipt.Rejected;
import id.antar.api.money.Money;
import id.antar.api.order.OrderChange.Part;
import id.antar.api.order.OrderCommand.CancelOrder;
import id.antar.api.order.OrderCommand.ConfirmOrder;
import id.antar.api.order.OrderCommand.PinOrder;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderRejection.OrderChanged;
import id.antar.api.order.OrderSeen;
import id.antar.api.order.OrderSeen.Who;
import id.antar.api.order.Party;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentCommand.GiveUpCharge;
import id.antar.api.payment.PaymentCommand.LookAtCharge;
import id.antar.api.payment.PaymentCommand.RetryCharge;
import id.antar.api.payment.PaymentCommand.ReversePayment;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.ChargeFailed;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentMethod;
import id.antar.command.order.OrderStory;
import id.antar.command.payment.AskAboutCharge;
import id.antar.command.payment.LookUntilAnswered;
import id.antar.command.payment.PaymentGateway.ChargeState;
import id.antar.command.payment.PaymentGateway.ChargeState.Captured;
import id.antar.command.payment.PaymentGateway.ChargeState.ChargedBack;
import id.antar.command.payment.PaymentGateway.ChargeState.Declined;
import id.antar.command.timeout.RecordingTimeouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Orders travel through all aggregates and processes.
class WholeLifeTest {

  private static final Money TOTAL = OrderStory.QUOTE.total().total();

  private final TestEngine engine = new TestEngine();

  @BeforeEach
  void openTheNoodleBar() {
    engine.accept(
        new RegisterMerchant(NOODLE_BAR, NOODLE_BAR_PROFILE, FEE, Duration.ofMinutes(12), NOON),
        new ListProduct(NOODLE_BAR, RAMEN, NOON),
        new ListProduct(NOODLE_BAR, TEA, NOON),
        new OpenMerchant(NOODLE_BAR, NOON));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void aCardOrderReachesItsDoor() {
    carry(placeOrder(CARD));
    engine.accept(new RecordDropoff(TRIP, BO, ORDER, at(40)));

    awaitFact(ORDER, OrderDelivered.class);
    awaitFact(TRIP, AssignmentEnded.class);
  }

  @Test
  void aCashOrderIsPaidAtTheDoor() {
    carry(placeOrder(CASH));
    engine.accept(new RecordDropoff(TRIP, BO, ORDER, at(40)));

    awaitFact(PAYMENT, PaymentCompleted.class);
    assertThat(engine.bank().charged()).isEmpty();
  }

  @Test
  void anOrderThatTheBankDeclinesIsOff() {
    engine.bank().tell(PAYMENT, new Declined("no funds"));
    engine.accept(placeOrder(CARD));
    awaitFact(PAYMENT, ChargeFailed.class);
    await().until(() -> engine.timeouts().scheduled().containsKey("payment:" + CHARGE + ":retry"));

    engine.accept(new GiveUpCharge(CHARGE, at(5)));

    awaitFact(ORDER, OrderCancelled.class);
  }

  @Test
  void anOrderThatTheBankDeclinesMayBePaidOtherwise() {
    engine.bank().tell(PAYMENT, new Declined("no funds"));
    engine.accept(placeOrder(CARD));
    awaitFact(PAYMENT, ChargeFailed.class);

    engine.bank().tell(PAYMENT, new Captured(TOTAL, "tx-2"));
    engine.accept(
        new RetryCharge(
            PAYMENT, ADA, 1, new PaymentChoice(PaymentMethod.E_WALLET, "wallet"), at(2)));

    awaitFact(ORDER, OrderSubmitted.class);
  }

  @Test
  void aSlowBankDelaysNobodyElse() {
    engine.bank().tell(PAYMENT, CompletableFuture::new);
    engine.accept(placeOrder(CARD));
    await().until(() -> engine.bank().charged().size() == 1);

    PlaceOrder p = placeOrder(CARD);
    engine.accept(
        new PlaceOrder(
            order(2),
            ADA,
            NOODLE_BAR,
            p.basket(),
            p.recipient(),
            p.dropoff(),
            p.payment(),
            null,
            null,
            NOON));

    awaitFact(order(2), OrderSubmitted.class);
    assertThat(engine.facts(ORDER)).hasSize(1);
  }

  @Test
  void anAnswerThatWasLostIsAskedForAgain() {
    engine
        .bank()
        .tell(PAYMENT, () -> CompletableFuture.failedFuture(new IllegalStateException("down")));
    engine.accept(placeOrder(CARD));
    await()
        .until(() -> engine.timeouts().scheduled().containsKey("payment:" + CHARGE + ":charge:2"));

    engine.bank().tell(PAYMENT, new Captured(TOTAL, "tx-1"));
    engine.accept(new AskAboutCharge(CHARGE, 2));

    awaitFact(ORDER, OrderSubmitted.class);
  }

  @Test
  void anAnswerThatIsThereIsNotAskedForAgain() {
    engine.accept(placeOrder(CARD));
    awaitFact(ORDER, OrderSubmitted.class);

    engine.accept(new AskAboutCharge(CHARGE, 2));

    assertThat(engine.bank().charged()).hasSize(1);
  }

  @Test
  void aChargeThatWaitsForNothingIsLookedAtUntilThereIsAnAnswer() {
    engine.accept(placeOrder(CARD));
    awaitFact(ORDER, OrderSubmitted.class);
    engine
        .bank()
        .tell(PAYMENT, () -> CompletableFuture.failedFuture(new IllegalStateException("down")));
    engine.accept(new LookAtCharge(CHARGE, at(1)));
    engine.accept(lookAgain(2));
    engine.accept(lookAgain(3));

    engine.bank().tell(PAYMENT, new ChargedBack(TOTAL, TOTAL, "tx-1", "not me"));
    engine.accept(lookAgain(4));

    awaitFact(PAYMENT, PaymentEvent.ChargedBack.class);
    await().until(() -> waitingLooks().noneMatch(it -> it.attempt() == 5));
  }

  @Test
  void whoIsNeverAnsweredIsNotLookedAtForEver() {
    engine.accept(placeOrder(CARD));
    awaitFact(ORDER, OrderSubmitted.class);
    engine
        .bank()
        .tell(PAYMENT, () -> CompletableFuture.failedFuture(new IllegalStateException("down")));

    engine.accept(new LookUntilAnswered(CHARGE, NOON.minus(Duration.ofHours(25)), 150));

    assertThat(waitingLooks()).isEmpty();
  }

  private LookUntilAnswered lookAgain(int attempt) {
    return waitingLooks().filter(it -> it.attempt() == attempt).findAny().orElseThrow();
  }

  private Stream<LookUntilAnswered> waitingLooks() {
    return engine.timeouts().scheduled().values().stream()
        .map(RecordingTimeouts.Due::command)
        .filter(LookUntilAnswered.class::isInstance)
        .map(LookUntilAnswered.class::cast);
  }

  @Test
  void whatIsCalledOffIsNotCharged() {
    engine.bank().tell(PAYMENT, CompletableFuture::new);
    engine.accept(placeOrder(CARD));
    await().until(() -> engine.bank().charged().size() == 1);
    engine.accept(new ReversePayment(PAYMENT, "order off", at(1)));

    engine.accept(new AskAboutCharge(CHARGE, 1));

    assertThat(engine.bank().charged()).hasSize(1);
  }

  @Test
  void aMerchantAndACustomerMayHaveTheSameId() {
    var namesake = new CustomerId(NOODLE_BAR.value());
    engine.accept(new RegisterCustomer(namesake, RECIPIENT, NOON));

    assertThat(engine.facts(namesake)).hasSize(1);
    engine.accept(placeOrder(CARD));
  }

  @Test
  void aCancelledPaymentThatIsChargedAllTheSameGoesBack() {
    var answer = new CompletableFuture<ChargeState>();
    engine.bank().tell(PAYMENT, () -> answer);
    engine.accept(placeOrder(CARD));
    await().until(() -> engine.bank().charged().size() == 1);
    engine.accept(new ReversePayment(PAYMENT, "order off", at(1)));

    answer.complete(new Captured(TOTAL, "tx-1"));

    awaitFact(PAYMENT, PaymentRefunded.class);
  }

  @Test
  void theSecondOfTwoOperatorsOverwritesNothingAndIsToldWhoWasQuicker() {
    var unpinned = new OrderSeen(new Who(null), null, null);
    var olga = Map.of(MetaKeys.ACTOR, "operator:olga");
    engine.accept(placeOrder(CARD));
    assertThat(engine.send(new PinOrder(ORDER, BO, "is near", unpinned, at(1)), olga))
        .isEqualTo(Receipt.accepted());

    var second = (Rejected) engine.send(new PinOrder(ORDER, KIM, "is free", unpinned, at(2)));

    assertThat(((OrderChanged) second.reason()).changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.part()).isEqualTo(Part.PIN);
          assertThat(change.now()).isEqualTo(BO.value());
          assertThat(change.by()).isEqualTo("operator:olga");
          assertThat(change.at()).isNotNull();
        });
    assertThat(engine.facts(ORDER)).filteredOn(OrderPinned.class::isInstance).hasSize(1);
  }

  @Test
  void anOrderThatIsCancelledOnTheRoadComesBackAndIsRefunded() {
    carry(placeOrder(CARD));
    engine.accept(new CancelOrder(ORDER, new Party.Operator("op"), "lost", at(30)));

    awaitFact(TRIP, ReturnRequested.class);
    awaitFact(PAYMENT, PaymentRefunded.class);
    engine.accept(new RecordReturn(TRIP, BO, ORDER, at(60)));
    awaitFact(TRIP, AssignmentEnded.class);
  }

  @Test
  void whatALostCourierLeftBehindReachesItsDoorWithAnother() {
    carry(placeOrder(CARD));
    engine.accept(
        new AbandonAssignment(
            TRIP, BO, AbandonCause.BROKEN_DOWN, OrderStory.ROADSIDE, "puncture", at(30)));
    awaitFact(ORDER, OrderStranded.class);

    offer(OTHER_TRIP, KIM);
    await()
        .until(
            () -> engine.facts(ORDER).contains(new CourierAssigned(ORDER, OTHER_TRIP, KIM, at(4))));
    engine.accept(new RecordPickup(OTHER_TRIP, KIM, ORDER, at(35)));
    engine.accept(new RecordDropoff(OTHER_TRIP, KIM, ORDER, at(45)));

    awaitFact(ORDER, OrderDelivered.class);
    assertThat(engine.facts(PAYMENT)).noneMatch(PaymentRefunded.class::isInstance);
  }

  @Test
  void anOrderThatIsAddedOnTheWayGetsTheCourierAndOneThatIsTakenOffLosesThem() {
    confirm(placeOrder(CARD));
    offer(TRIP, BO);
    awaitFact(ORDER, CourierAssigned.class);
    PlaceOrder p = placeOrder(CARD);
    engine.accept(
        new PlaceOrder(
            order(2),
            ADA,
            NOODLE_BAR,
            p.basket(),
            p.recipient(),
            p.dropoff(),
            p.payment(),
            null,
            null,
            NOON));
    awaitFact(order(2), OrderSubmitted.class);
    engine.accept(new ConfirmOrder(order(2), NOODLE_BAR, at(20), at(2)));

    var stops = List.of(Stop.pickup(order(2), at(20)), Stop.dropoff(order(2), at(35)));
    engine.accept(
        new AmendAssignment(TRIP, BO, new DecisionId("decision-2"), stops, "better", at(5)));

    awaitFact(order(2), CourierAssigned.class);
    awaitFact(ORDER, CourierUnassigned.class);
  }

  @Test
  void ofTwoCouriersWhoAcceptTheSameOrderTheSecondLosesIt() {
    confirm(placeOrder(CARD));
    offer(TRIP, BO);
    offer(OTHER_TRIP, KIM);
    awaitFact(ORDER, CourierAssigned.class);

    await()
        .until(() ->
            List.of(TRIP, OTHER_TRIP).stream()
                    .flatMap(trip -> engine.facts(trip).stream())
                    .filter(OrderWithdrawn.class::isInstance)
                    .count()
                == 1);
  }

  @Test
  void theProcessesAreNamed() {
    assertThat(engine.processes())
        .containsExactly(
            "process.account",
            "process.fulfilment",
            "process.mail",
            "process.payment",
            "process.person",
            "process.timeouts");
  }

  private void carry(PlaceOrder placing) {
    confirm(placing);
    offer(TRIP, BO);
    awaitFact(ORDER, CourierAssigned.class);
    engine.accept(new RecordPickup(TRIP, BO, ORDER, at(22)));
    awaitFact(ORDER, OrderPickedUp.class);
  }

  private void confirm(PlaceOrder placing) {
    engine.accept(placing);
    awaitFact(ORDER, OrderSubmitted.class);
    engine.accept(new ConfirmOrder(ORDER, NOODLE_BAR, at(20), at(2)));
  }

  private void offer(AssignmentId trip, CourierId courier) {
    var stops = List.of(Stop.pickup(ORDER, at(20)), Stop.dropoff(ORDER, at(35)));
    engine.accept(
        new OfferAssignment(trip, courier, DECISION, stops, at(5), at(3)),
        new AcceptOffer(trip, courier, at(4)));
  }

  private void awaitFact(Object id, Class<?> fact) {
    await().until(() -> engine.facts(id).stream().anyMatch(fact::isInstance));
  }
}
