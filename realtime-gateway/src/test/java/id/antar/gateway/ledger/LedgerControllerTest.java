package id.antar.gateway.ledger;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.ledger.Account;
import id.antar.api.ledger.AccountKind;
import id.antar.api.ledger.LedgerLine;
import id.antar.api.ledger.LedgerLine.Purpose;
import id.antar.api.ledger.LedgerQuery.Balance;
import id.antar.api.ledger.LedgerQuery.GetBalance;
import id.antar.api.ledger.LedgerQuery.GetSettlement;
import id.antar.api.ledger.LedgerQuery.GetStatement;
import id.antar.api.ledger.LedgerQuery.GetTrialBalance;
import id.antar.api.ledger.LedgerQuery.KindBalance;
import id.antar.api.ledger.LedgerQuery.ListLines;
import id.antar.api.ledger.LedgerQuery.Settlement;
import id.antar.api.ledger.LedgerQuery.Statement;
import id.antar.api.ledger.LedgerQuery.TrialBalance;
import id.antar.api.ledger.LedgerQuery.Turnover;
import id.antar.api.message.Actor.Role;
import id.antar.api.money.Money;
import id.antar.api.ops.OpsQuery.ListProcessors;
import id.antar.api.ops.OpsQuery.Processor;
import id.antar.api.ops.OpsQuery.Processors;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.gateway.testing.GatewayTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerControllerTest extends GatewayTest {

  private static final String SPAN = "?from=2026-11-02T00:00:00Z&to=2026-11-03T00:00:00Z";

  @Test
  void staffSeeThatTheBooksSumToZero() {
    engine.answer(
        GetTrialBalance.class,
        _ ->
            new TrialBalance(
                List.of(
                    new KindBalance(AccountKind.GATEWAY, eur(2380), 1),
                    new KindBalance(AccountKind.CUSTOMER, eur(-2380), 1)),
                List.of(eur(0))));

    get(Role.OPERATOR, "op", "/v1/ledger/trial-balance")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.sums[0].minor")
        .isEqualTo(0);
    expectProblem(get(Role.COURIER, "kurt", "/v1/ledger/trial-balance"), 403, "forbidden");
  }

  @Test
  void anAccountIsItsHoldersOwn() {
    engine.answer(GetBalance.class, q -> new Balance(q.account(), List.of(eur(-350)), 2));

    get(Role.COURIER, "kurt", "/v1/ledger/accounts/courier:kurt/balance").expectStatus().isOk();
    get(Role.COURIER, "kurt", "/v1/ledger/accounts/cash:kurt/balance").expectStatus().isOk();
    expectProblem(
        get(Role.COURIER, "eve", "/v1/ledger/accounts/courier:kurt/balance"),
        404,
        "unknown-account");
    expectProblem(
        get(Role.MERCHANT, "kurt", "/v1/ledger/accounts/courier:kurt/balance"),
        404,
        "unknown-account");
    expectProblem(
        get(Role.OPERATOR, "op", "/v1/ledger/accounts/nonsense/balance"),
        422,
        "invalid-value",
        "account");
  }

  @Test
  void aCustomerReadsWhatTheyPaidAndGotBackForTheirOwnOrder() {
    engine.answer(
        GetOrder.class, q -> q.orderId().equals(ORDER) ? order(OrderStage.DELIVERED, CARLO) : null);
    engine.answer(GetBalance.class, q -> new Balance(q.account(), List.of(), 2));
    engine.answer(ListLines.class, _ -> new LedgerLine.Page(List.of(), null));

    String own = "/v1/ledger/accounts/customer:" + ORDER;
    get(Role.CUSTOMER, "ada", own + "/balance").expectStatus().isOk();
    get(Role.CUSTOMER, "ada", own + "/lines").expectStatus().isOk();
    get(Role.ANALYST, "ann", own + "/lines").expectStatus().isOk();
    for (Role other : List.of(Role.CUSTOMER, Role.MERCHANT, Role.COURIER)) {
      expectProblem(get(other, "eve", own + "/lines"), 404, "unknown-account");
    }
    expectProblem(
        get(Role.CUSTOMER, "ada", "/v1/ledger/accounts/customer:none/lines"),
        404,
        "unknown-account");
    expectProblem(
        get(Role.CUSTOMER, "ada", "/v1/ledger/accounts/gateway:card/lines"),
        404,
        "unknown-account");
  }

  @Test
  void aCourierReadsWhatEachOrderBrought() {
    engine.answer(GetStatement.class, LedgerControllerTest::statement);

    get(Role.COURIER, "kurt", "/v1/couriers/kurt/statement" + SPAN)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.closing[0].minor")
        .isEqualTo(350)
        .jsonPath("$.entries.length()")
        .isEqualTo(1)
        .jsonPath("$.entries[0].amounts.delivery_pay.minor")
        .isEqualTo(250)
        .jsonPath("$.entries[0].amounts.tip.minor")
        .isEqualTo(100)
        .jsonPath("$.entries[0].total.minor")
        .isEqualTo(350)
        .jsonPath("$.cash.closing[0].minor")
        .isEqualTo(-350);
    expectProblem(
        get(Role.COURIER, "eve", "/v1/couriers/kurt/statement" + SPAN), 404, "unknown-courier");
    expectProblem(
        get(
            Role.COURIER,
            "kurt",
            "/v1/couriers/kurt/statement?from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z"),
        422,
        "invalid-value",
        "to");
  }

  @Test
  void aStatementIsAFileToWhoAsksForOne() {
    engine.answer(GetStatement.class, LedgerControllerTest::statement);

    String csv =
        client
            .get()
            .uri("/v1/couriers/kurt/statement" + SPAN)
            .headers(it -> it.setBearerAuth(token(Role.COURIER, "kurt")))
            .header("Accept", "text/csv")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();

    assertThat(csv)
        .startsWith("bookedAt,occurredAt,subject,event,purpose,minor,currency\r\n")
        .contains(",order-1,OrderSettled,tip,100,EUR\r\n");
  }

  @Test
  void aSpanOfTooManyLinesIsRefusedAndNeverCut() {
    engine.answer(
        GetStatement.class,
        q ->
            new Statement(
                q.account(),
                q.from(),
                q.to(),
                List.of(),
                List.of(),
                List.of(),
                Collections.nCopies(Statement.MOST_LINES + 1, line(q.account(), Purpose.TIP, -1))));

    expectProblem(
        get(Role.COURIER, "kurt", "/v1/couriers/kurt/statement" + SPAN),
        422,
        "span-too-long",
        "to");
  }

  @Test
  void aDayIsEachMerchantsOwnUnlessOneZoneIsAsked() {
    var row =
        new Settlement.Row(
            "noodle-bar",
            NOON,
            NOON,
            1,
            eur(2000),
            eur(200),
            eur(270),
            eur(0),
            eur(180),
            eur(1530));
    engine.answer(ListProcessors.class, _ -> ledger(0));
    engine.answer(GetSettlement.class, q -> new Settlement(q.date(), List.of(row)));

    get(Role.ADMIN, "root", "/v1/settlements/2026-11-02")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.date")
        .isEqualTo("2026-11-02")
        .jsonPath("$.rows[0].tax.minor")
        .isEqualTo(180)
        .jsonPath("$.rows[0].complete")
        .isEqualTo(true);
    engine.answer(ListProcessors.class, _ -> ledger(1));
    get(Role.ADMIN, "root", "/v1/settlements/2026-11-02")
        .expectBody()
        .jsonPath("$.rows[0].complete")
        .isEqualTo(false);
    get(Role.ADMIN, "root", "/v1/settlements/2026-11-02?timeZone=UTC").expectStatus().isOk();
    for (String unknown : List.of("Moon", "GMT%2B7")) {
      expectProblem(
          get(Role.ADMIN, "root", "/v1/settlements/2026-11-02?timeZone=" + unknown),
          422,
          "invalid-value",
          "timeZone");
    }

    LocalDate day = LocalDate.of(2026, 11, 2);
    assertThat(engine.questions())
        .contains(new GetSettlement(day, null), new GetSettlement(day, ZoneId.of("UTC")));
  }

  @Test
  void onlyWhoSettlesRecordsPayouts() {
    String body =
        "{\"to\":\"courier:kurt\",\"amount\":{\"minor\":350,\"currency\":\"EUR\"},\"reference\":\"SEPA"
            + " 17\"}";

    post(Role.ADMIN, "root", "/v1/payouts", body).expectStatus().isCreated();
    expectProblem(post(Role.COURIER, "kurt", "/v1/payouts", body), 403, "forbidden");
  }

  private static Processors ledger(long deadLetters) {
    return new Processors(
        List.of(new Processor("query.ledger", true, 77, 0, 0, deadLetters, List.of(), null)));
  }

  private static Statement statement(GetStatement q) {
    return new Statement(
        q.account(),
        q.from(),
        q.to(),
        List.of(),
        List.of(new Turnover(Purpose.DELIVERY_PAY, eur(-250), 1)),
        List.of(eur(-350)),
        List.of(
            line(q.account(), Purpose.DELIVERY_PAY, -250), line(q.account(), Purpose.TIP, -100)));
  }

  private static LedgerLine line(Account account, Purpose purpose, long minor) {
    Instant at = NOON;
    return new LedgerLine(
        "order:order-1/9", "OrderSettled", account, purpose, eur(minor), "order-1", at, at);
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
