package id.antar.gateway.merchant;

import static id.antar.gateway.testing.Samples.NOODLE_BAR;
import static id.antar.gateway.testing.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.merchant.MerchantCommand.ChangeTaxRate;
import id.antar.api.merchant.MerchantCommand.ChangeTimeZone;
import id.antar.api.merchant.MerchantCommand.OfferVoucher;
import id.antar.api.merchant.MerchantCommand.WithdrawVoucher;
import id.antar.api.merchant.MerchantQuery.BasketQuote;
import id.antar.api.merchant.MerchantQuery.GetQuote;
import id.antar.api.merchant.MerchantQuery.ListVouchers;
import id.antar.api.merchant.MerchantQuery.VoucherPage;
import id.antar.api.merchant.MerchantRejection.VoucherNotValid;
import id.antar.api.merchant.Voucher;
import id.antar.api.merchant.VoucherView;
import id.antar.api.message.Actor.Role;
import id.antar.api.money.Money;
import id.antar.api.order.OrderTotal;
import id.antar.gateway.testing.GatewayTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricesControllerTest extends GatewayTest {

  private static final String HERE = "/v1/merchants/noodle-bar";
  private static final Instant LATER = NOON.plusSeconds(86_400);
  private static final String OFFER =
      """
      {"code":" welcome ","basisPoints":1000,"minimum":{"minor":2000,"currency":"EUR"},
       "validFrom":"%s","validUntil":"%s","uses":50}
      """
          .formatted(NOON, LATER);
  private static final String BASKET =
      """
      {"basket":[{"productId":"ramen","quantity":2,"unitPrice":{"minor":1250,"currency":"EUR"}}],
       "voucher":"Welcome"}
      """;
  private static final Voucher WELCOME =
      new Voucher("WELCOME", 1000, null, eur(2000), NOON, LATER, 50);

  @Test
  void aMerchantSaysHowItIsTaxedAndWhereItIs() {
    put(Role.MERCHANT, "noodle-bar", HERE + "/tax-rate", "{\"basisPoints\":1100}")
        .expectStatus()
        .isOk();
    put(Role.OPERATOR, "olga", HERE + "/time-zone", "{\"timeZone\":\"Asia/Makassar\"}")
        .expectStatus()
        .isOk();

    assertThat(engine.commands())
        .satisfiesExactly(
            tax ->
                assertThat(tax)
                    .isInstanceOfSatisfying(
                        ChangeTaxRate.class, it -> assertThat(it.basisPoints()).isEqualTo(1100)),
            zone ->
                assertThat(zone)
                    .isInstanceOfSatisfying(
                        ChangeTimeZone.class,
                        it -> assertThat(it.timeZone()).isEqualTo(ZoneId.of("Asia/Makassar"))));
    for (String none : List.of("Moon", "+07:00", "GMT+7")) {
      expectProblem(
          put(Role.OPERATOR, "olga", HERE + "/time-zone", "{\"timeZone\":\"" + none + "\"}"),
          422,
          "invalid-value",
          "timeZone");
    }
    expectProblem(
        put(Role.MERCHANT, "eve", HERE + "/tax-rate", "{\"basisPoints\":0}"), 403, "forbidden");
  }

  @Test
  void aVoucherIsOfferedAndWithdrawnHoweverItsCodeIsTyped() {
    post(Role.MERCHANT, "noodle-bar", HERE + "/vouchers", OFFER)
        .expectStatus()
        .isCreated()
        .expectBody()
        .json("{\"code\":\"WELCOME\"}");
    client
        .delete()
        .uri(HERE + "/vouchers/welcome")
        .headers(h -> h.setBearerAuth(token(Role.MERCHANT, "noodle-bar")))
        .exchange()
        .expectStatus()
        .isOk();

    assertThat(engine.commands().getFirst())
        .isInstanceOfSatisfying(
            OfferVoucher.class, it -> assertThat(it.voucher()).isEqualTo(WELCOME));
    assertThat(engine.commands().getLast())
        .isInstanceOfSatisfying(
            WithdrawVoucher.class, it -> assertThat(it.code()).isEqualTo("WELCOME"));
  }

  @Test
  void aVoucherThatIsNotPossibleIsRefused() {
    for (String wrong :
        List.of(
            OFFER.replace(" welcome ", "no code"),
            OFFER.replace("1000", "10001"),
            OFFER.replace("\"basisPoints\":1000,", ""),
            OFFER.replace("\"uses\":50", "\"uses\":0"),
            OFFER.replace(LATER.toString(), NOON.toString()))) {
      expectProblem(
          post(Role.MERCHANT, "noodle-bar", HERE + "/vouchers", wrong), 422, "invalid-value");
    }
    assertThat(engine.commands()).isEmpty();
  }

  @Test
  void vouchersAreShownToThoseWhoManageThem() {
    engine.answer(
        ListVouchers.class,
        _ -> new VoucherPage(List.of(new VoucherView(NOODLE_BAR, WELCOME, 8, false, NOON)), null));

    get(Role.MERCHANT, "noodle-bar", HERE + "/vouchers")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.vouchers[0].code")
        .isEqualTo("WELCOME")
        .jsonPath("$.vouchers[0].usesLeft")
        .isEqualTo(42);
    expectProblem(get(Role.CUSTOMER, "ada", HERE + "/vouchers"), 403, "forbidden");
    expectProblem(get(Role.MERCHANT, "eve", HERE + "/vouchers"), 403, "forbidden");
  }

  @Test
  void aCustomerSeesTheTotalBeforeOrdering() {
    var total = OrderTotal.of(eur(2500), eur(250), eur(300), eur(248), eur(0));
    engine.answer(GetQuote.class, _ -> new BasketQuote.Priced(List.of(), total));

    post(Role.CUSTOMER, "ada", HERE + "/quotes", BASKET)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.total.tax.minor")
        .isEqualTo(248)
        .jsonPath("$.total.total.minor")
        .isEqualTo(2798);
    assertThat(engine.questions())
        .filteredOn(GetQuote.class::isInstance)
        .extracting(it -> ((GetQuote) it).voucher())
        .containsExactly("WELCOME");
  }

  @Test
  void aQuoteIsRefusedLikeTheOrderWouldBe() {
    engine.answer(
        GetQuote.class, q -> new BasketQuote.Refused(new VoucherNotValid("" + q.voucher())));

    expectProblem(
        post(Role.CUSTOMER, "ada", HERE + "/quotes", BASKET), 422, "voucher-not-valid", "voucher");
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
