package id.antar.gateway.payment;

import static id.antar.gateway.testing.Samples.ADA;
import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOODLE_BAR;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.PLACEMENT;
import static id.antar.gateway.testing.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.courier.CourierCommand.HandInCash;
import id.antar.api.message.Actor.Role;
import id.antar.api.money.Money;
import id.antar.api.order.OrderCommand.GiveTip;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.OpenMoney;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentCommand.CallOffMismatched;
import id.antar.api.payment.PaymentCommand.LookAtCharge;
import id.antar.api.payment.PaymentCommand.PayOutRefund;
import id.antar.api.payment.PaymentCommand.RefundPayment;
import id.antar.api.payment.PaymentCommand.RetryCharge;
import id.antar.api.payment.PaymentCommand.ReverseChargeback;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentInstructions;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPurpose;
import id.antar.api.payment.PaymentStatus;
import id.antar.api.payment.PaymentView;
import id.antar.api.payment.PaymentView.GetPayment;
import id.antar.api.payment.PaymentView.PartStatus;
import id.antar.api.payment.RefundId;
import id.antar.api.payment.RefundSource;
import id.antar.gateway.testing.GatewayTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentControllerTest extends GatewayTest {

  private static final PaymentId PAYMENT = PaymentId.ofOrder(ORDER);
  private static final String PATH = "/v1/payments/" + PAYMENT;
  private static final String REFUND =
      "{\"refundId\":\"r-1\",\"amount\":{\"minor\":500,\"currency\":\"EUR\"},\"reason\":\"cold\"}";

  @Test
  void aPaymentTellsItsPartsAndTheWordsOfOthers() {
    exists(PaymentPurpose.ORDER);

    get(Role.CUSTOMER, "ada", "/v1/orders/order-1/payment")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("authorised")
        .jsonPath("$.outcome")
        .isEqualTo("pending")
        .jsonPath("$.pointOfSale")
        .isEqualTo("pending")
        .jsonPath("$.parts[0].referenceNumber")
        .isEqualTo("tx-1")
        .jsonPath("$.parts[0].instructions.redirect")
        .isEqualTo("https://pay.example/1");
  }

  @Test
  void aMerchantReadsThePaymentOfItsOwnOrderWithoutWhatTheCustomerHasToDo() {
    exists(PaymentPurpose.ORDER);

    get(Role.MERCHANT, "noodle-bar", PATH)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.parts[0].instructions")
        .isEmpty();
    expectProblem(get(Role.MERCHANT, "pizzeria", PATH), 404, "unknown-payment");
    expectProblem(get(Role.COURIER, "carlo", PATH), 403, "forbidden");
    exists(PaymentPurpose.TIP);
    expectProblem(get(Role.MERCHANT, "noodle-bar", PATH), 404, "unknown-payment");
  }

  @Test
  void aCustomerTriesAgainAndTips() {
    post(
            Role.CUSTOMER,
            "ada",
            PATH + "/parts/1/attempts",
            "{\"method\":\"e_wallet\",\"token\":\"w\"}")
        .expectStatus()
        .isOk();
    post(
            Role.CUSTOMER,
            "ada",
            "/v1/orders/order-1/tips",
            "{\"amount\":{\"minor\":200,\"currency\":\"EUR\"},\"method\":\"card\",\"token\":\"t\"}")
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.paymentId")
        .isEqualTo(PaymentId.ofTip(ORDER, 1).value());

    assertThat(engine.commands()).hasExactlyElementsOfTypes(RetryCharge.class, GiveTip.class);
    assertThat(((RetryCharge) engine.commands().getFirst()).choice())
        .isEqualTo(new PaymentChoice(PaymentMethod.E_WALLET, "w"));
  }

  @Test
  void aTipThatCameToNothingIsFollowedByAnotherOne() {
    exists(PaymentPurpose.TIP);
    PaymentView open = view(PaymentId.ofTip(ORDER, 2), PaymentPurpose.TIP, PaymentStatus.PENDING);
    engine.answer(
        GetPayment.class,
        query ->
            query.paymentId().equals(PaymentId.ofTip(ORDER, 1))
                ? view(query.paymentId(), PaymentPurpose.TIP, PaymentStatus.FAILED)
                : open);

    post(
            Role.CUSTOMER,
            "ada",
            "/v1/orders/order-1/tips",
            "{\"amount\":{\"minor\":200,\"currency\":\"EUR\"},\"method\":\"card\",\"token\":\"t\"}")
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.paymentId")
        .isEqualTo(PaymentId.ofTip(ORDER, 2).value());

    assertThat(((GiveTip) engine.commands().getFirst()).number()).isEqualTo(2);
  }

  @Test
  void anAmountIsOfACurrencyAndNoMoreThanCanBeReckonedWith() {
    String path = "/v1/orders/order-1/tips";
    String tip =
        "{\"amount\":{\"minor\":%s,\"currency\":\"%s\"},\"method\":\"card\",\"token\":\"t\"}";

    expectProblem(
        post(Role.CUSTOMER, "ada", path, tip.formatted("9000000000000000000", "EUR")),
        422,
        "invalid-value",
        "amount.minor");
    expectProblem(
        post(Role.CUSTOMER, "ada", path, tip.formatted("1", "XYZW")),
        422,
        "invalid-value",
        "amount.currency");
    assertThat(engine.commands()).isEmpty();
  }

  @Test
  void staffSeeWhatMoneyWaitsForAPerson() {
    var item =
        new OpenMoney(
            OpenMoney.Kind.REFUND_FAILED,
            PAYMENT,
            ORDER,
            new RefundId("r-1"),
            new ChargeId(PAYMENT, 1, 1),
            Money.of(500, "EUR"),
            null,
            "account closed",
            NOON);
    engine.answer(OpenMoney.ListOpenMoney.class, _ -> new OpenMoney.Page(List.of(item), null));

    get(Role.OPERATOR, "olga", "/v1/ops/open-money?kind=refund_failed")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.items[0].kind")
        .isEqualTo("refund_failed")
        .jsonPath("$.items[0].refundId")
        .isEqualTo("r-1");
    expectProblem(get(Role.CUSTOMER, "ada", "/v1/ops/open-money"), 403, "forbidden");
  }

  @Test
  void aMerchantGivesBackNoMoreThanTheItems() {
    exists(PaymentPurpose.ORDER);

    post(Role.OPERATOR, "olga", PATH + "/refunds", REFUND).expectStatus().isOk();
    post(Role.MERCHANT, "noodle-bar", PATH + "/refunds", REFUND)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.refundId")
        .isEqualTo("r-1");
    expectProblem(
        post(Role.MERCHANT, "pizzeria", PATH + "/refunds", REFUND), 404, "unknown-payment");
    expectProblem(post(Role.CUSTOMER, "ada", PATH + "/refunds", REFUND), 403, "forbidden");

    assertThat(engine.commands())
        .extracting(command -> ((RefundPayment) command).limit())
        .containsExactly(null, Money.of(2500, "EUR"));
    assertThat(engine.commands())
        .extracting(command -> ((RefundPayment) command).borneBy())
        .containsExactly(null, NOODLE_BAR);
  }

  @Test
  void whoPaysOutARefundSaysFromWhere() {
    String path = PATH + "/refunds/r-1/confirm";
    post(Role.OPERATOR, "olga", path, "").expectStatus().isOk();
    post(Role.OPERATOR, "olga", path, "{\"paidFrom\":\"bank\"}").expectStatus().isOk();
    expectProblem(
        post(Role.OPERATOR, "olga", path, "{\"paidFrom\":\"provider\"}"),
        422,
        "invalid-value",
        "paidFrom");

    assertThat(engine.commands())
        .extracting(command -> ((PayOutRefund) command).paidFrom())
        .containsExactly(RefundSource.OFFICE, RefundSource.BANK);
  }

  @Test
  void whatIsPaidOutOrCountedByHandIsForOperators() {
    post(Role.OPERATOR, "olga", PATH + "/refunds/r-1/confirm", "{}").expectStatus().isOk();
    post(
            Role.OPERATOR,
            "olga",
            "/v1/couriers/carlo/cash-handovers",
            "{\"handoverId\":\"h-1\",\"amount\":{\"minor\":900,\"currency\":\"EUR\"}}")
        .expectStatus()
        .isOk();
    expectProblem(
        post(Role.COURIER, "carlo", "/v1/couriers/carlo/cash-handovers", "{}"), 403, "forbidden");

    assertThat(engine.commands()).hasExactlyElementsOfTypes(PayOutRefund.class, HandInCash.class);
    assertThat(((PayOutRefund) engine.commands().getFirst()).refundId())
        .isEqualTo(new RefundId("r-1"));
    assertThat(((HandInCash) engine.commands().getLast()).courierId()).isEqualTo(CARLO);
  }

  @Test
  void whatAProvidersWordDoesNotSettleStaffDecides() {
    String attempt = PATH + "/parts/1/attempts/2";
    post(Role.OPERATOR, "olga", attempt + "/call-off", "{}").expectStatus().isOk();
    post(Role.OPERATOR, "olga", attempt + "/dispute-won", "{}").expectStatus().isOk();
    expectProblem(
        post(Role.MERCHANT, "noodle-bar", attempt + "/call-off", "{}"), 403, "forbidden");
    expectProblem(
        post(Role.OPERATOR, "olga", PATH + "/parts/1/attempts/x/call-off", "{}"),
        422,
        "invalid-value",
        "attempt");

    var charge = new ChargeId(PAYMENT, 1, 2);
    assertThat(engine.commands())
        .hasExactlyElementsOfTypes(
            CallOffMismatched.class, LookAtCharge.class, ReverseChargeback.class);
    assertThat(((CallOffMismatched) engine.commands().getFirst()).chargeId()).isEqualTo(charge);
    assertThat(((ReverseChargeback) engine.commands().getLast()).chargeId()).isEqualTo(charge);
  }

  @Test
  void anOrderIsPaidByOneMethodOrBySeveral() {
    String several =
        """
        "tip":{"minor":150,"currency":"EUR"},
        "payments":[{"method":"cash"},
                    {"method":"card","token":"t","amount":{"minor":2000,"currency":"EUR"}}]}
        """;
    String one = "\"payment\":{\"method\":\"card\",\"token\":\"tok_ok\"}}";

    post(Role.CUSTOMER, "ada", "/v1/orders", PLACEMENT.strip().replace(one, several))
        .expectStatus()
        .isCreated();
    expectProblem(
        post(Role.CUSTOMER, "ada", "/v1/orders", PLACEMENT.strip().replace("," + "\n " + one, "}")),
        422,
        "invalid-value",
        "payment");

    PlaceOrder placed = (PlaceOrder) engine.commands().getFirst();
    assertThat(placed.tip()).isEqualTo(Money.of(150, "EUR"));
    assertThat(placed.payment().find(Money.of(2950, "EUR")).orElseThrow())
        .extracting(part -> part.amount().minor())
        .containsExactly(950L, 2000L);
  }

  private void exists(PaymentPurpose purpose) {
    engine.answer(GetOrder.class, _ -> order(OrderStage.DELIVERED, CARLO));
    engine.answer(
        GetPayment.class, query -> view(query.paymentId(), purpose, PaymentStatus.AUTHORISED));
  }

  private static PaymentView view(PaymentId id, PaymentPurpose purpose, PaymentStatus status) {
    var instructions = new PaymentInstructions(URI.create("https://pay.example/1"), null, null);
    return new PaymentView(
        id,
        ORDER,
        ADA,
        purpose,
        Money.of(2800, "EUR"),
        Money.of(0, "EUR"),
        status,
        List.of(
            new PaymentView.Part(
                1,
                PaymentMethod.CARD,
                Money.of(2800, "EUR"),
                1,
                PartStatus.CAPTURED,
                "tx-1",
                instructions,
                null,
                NOON)),
        List.of(),
        null,
        NOON,
        NOON,
        NOON);
  }
}
