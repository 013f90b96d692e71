package id.antar.command.merchant;

import static id.antar.command.Cast.FEE;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOODLE_BAR_PROFILE;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.RAMEN;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.line;
import static id.antar.command.Cast.order;
import static id.antar.command.Cast.product;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.merchant.MerchantCommand;
import id.antar.api.merchant.MerchantCommand.ChangeTaxRate;
import id.antar.api.merchant.MerchantCommand.ChangeTimeZone;
import id.antar.api.merchant.MerchantCommand.OfferVoucher;
import id.antar.api.merchant.MerchantCommand.WithdrawVoucher;
import id.antar.api.merchant.MerchantEvent;
import id.antar.api.merchant.MerchantEvent.MerchantOpened;
import id.antar.api.merchant.MerchantEvent.MerchantRegistered;
import id.antar.api.merchant.MerchantEvent.ProductListed;
import id.antar.api.merchant.MerchantEvent.TaxRateChanged;
import id.antar.api.merchant.MerchantEvent.TimeZoneChanged;
import id.antar.api.merchant.MerchantEvent.VoucherOffered;
import id.antar.api.merchant.MerchantEvent.VoucherRedeemed;
import id.antar.api.merchant.MerchantEvent.VoucherReleased;
import id.antar.api.merchant.MerchantEvent.VoucherWithdrawn;
import id.antar.api.merchant.MerchantRejection.CurrencyMismatch;
import id.antar.api.merchant.MerchantRejection.TaxRateOutOfRange;
import id.antar.api.merchant.MerchantRejection.TooManyVouchers;
import id.antar.api.merchant.MerchantRejection.UnknownVoucher;
import id.antar.api.merchant.MerchantRejection.VoucherAlreadyOffered;
import id.antar.api.merchant.MerchantRejection.VoucherNotValid;
import id.antar.api.merchant.Voucher;
import id.antar.api.money.Money;
import id.antar.api.order.OrderTotal;
import id.antar.command.decider.History;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PricingTest {

  /// A tenth off, for two orders from noon on for an hour.
  private static final Voucher TENTH = voucher("TENTH", 1000, null, null);

  /// Five euros off twenty or more.
  private static final Voucher FIVER = voucher("FIVER", 0, eur(500), eur(2000));

  @Nested
  class TaxAndTime {

    @Test
    void theTaxRateIsWithinItsBounds() {
      given().when(tax(1100)).then(new TaxRateChanged(NOODLE_BAR, 1100, at(1)));
      given(new TaxRateChanged(NOODLE_BAR, 1100, at(1))).when(tax(1100)).thenNothing();
      given().when(tax(5001)).thenRefused(new TaxRateOutOfRange(5001));
      given().when(tax(-1)).thenRefused(new TaxRateOutOfRange(-1));
    }

    /// A day that has begun somewhere stays as it is.
    @Test
    void anotherTimeZoneCountsFromTheDayAfterTheNextOne() {
      var makassar = ZoneId.of("Asia/Makassar");
      var change = new ChangeTimeZone(NOODLE_BAR, makassar, at(1));
      var changed = new TimeZoneChanged(NOODLE_BAR, makassar, LocalDate.of(2026, 5, 3), at(1));

      given().when(change).then(changed);
      given(changed).when(change).thenNothing();
      given().when(new ChangeTimeZone(NOODLE_BAR, ZoneId.of("Asia/Jakarta"), at(1))).thenNothing();
    }
  }

  @Nested
  class KeepingVouchers {

    @Test
    void aCodeIsGivenOnceForAll() {
      Voucher other = voucher("TENTH", 2000, null, null);
      var withdrawn = new VoucherWithdrawn(NOODLE_BAR, "TENTH", at(1));

      given().when(offer(TENTH)).then(offered(TENTH));
      given(offered(TENTH)).when(offer(TENTH)).thenNothing();
      given(offered(TENTH)).when(offer(other)).thenRefused(new VoucherAlreadyOffered("TENTH"));
      given(offered(TENTH), withdrawn)
          .when(offer(other))
          .thenRefused(new VoucherAlreadyOffered("TENTH"));
    }

    @Test
    void anotherCurrencyIsRefused() {
      var refused = new CurrencyMismatch("EUR", "IDR");
      given().when(offer(voucher("A-1", 0, idr(1), null))).thenRefused(refused);
      given().when(offer(voucher("A-1", 1000, null, idr(1)))).thenRefused(refused);
    }

    @Test
    void aHundredMayRunAtOnce() {
      MerchantEvent[] hundred =
          IntStream.range(0, Vouchers.LIMIT)
              .mapToObj(i -> offered(voucher("CODE-" + i, 1000, null, null)))
              .toArray(MerchantEvent[]::new);

      given(hundred).when(offer(TENTH)).thenRefused(new TooManyVouchers(Vouchers.LIMIT));
      given(hundred)
          .and(new VoucherWithdrawn(NOODLE_BAR, "CODE-7", at(1)))
          .when(offer(TENTH))
          .then(offered(TENTH));
    }

    @Test
    void aVoucherIsWithdrawnOnce() {
      var withdraw = new WithdrawVoucher(NOODLE_BAR, "TENTH", at(1));
      var withdrawn = new VoucherWithdrawn(NOODLE_BAR, "TENTH", at(1));

      given(offered(TENTH)).when(withdraw).then(withdrawn);
      given(offered(TENTH), withdrawn).when(withdraw).thenNothing();
      given().when(withdraw).thenRefused(new UnknownVoucher(NOODLE_BAR, "TENTH"));
    }
  }

  @Nested
  class QuotingABasket {

    @Test
    void taxIsOnWhatIsLeftAfterTheDiscount() {
      var taxed = new TaxRateChanged(NOODLE_BAR, 1100, at(1));

      assertThat(quote("TENTH", at(2), taxed, offered(TENTH)))
          .isEqualTo(OrderTotal.of(eur(2400), eur(240), FEE, eur(238), eur(0)));
      assertThat(quote("FIVER", at(2), offered(FIVER)))
          .isEqualTo(OrderTotal.of(eur(2400), eur(500), FEE, eur(0), eur(0)));
      assertThat(quote(null, at(2), taxed))
          .isEqualTo(OrderTotal.of(eur(2400), eur(0), FEE, eur(264), eur(0)));
    }

    @Test
    void nothingIsTakenOffThatIsNotThere() {
      assertThat(quote("ALL", at(2), offered(voucher("ALL", 0, eur(9_999), null))))
          .isEqualTo(OrderTotal.of(eur(2400), eur(2400), FEE, eur(0), eur(0)));
    }

    @Test
    void aVoucherHoldsFromItsBeginningUntilItsEnd() {
      assertRefused("TENTH", NOON.minusMillis(1), offered(TENTH));
      assertThat(quote("TENTH", NOON, offered(TENTH)).discount()).isEqualTo(eur(240));
      assertThat(quote("TENTH", at(60).minusMillis(1), offered(TENTH)).discount())
          .isEqualTo(eur(240));
      assertRefused("TENTH", at(60), offered(TENTH));
    }

    @Test
    void anUnknownAWithdrawnAndATooDearOneAreAnsweredAlike() {
      assertRefused("NONE", at(1));
      assertRefused(
          "TENTH", at(1), offered(TENTH), new VoucherWithdrawn(NOODLE_BAR, "TENTH", at(1)));
      assertRefused("DEAR", at(1), offered(voucher("DEAR", 1000, null, eur(2401))));
    }

    /// It would be spent for nothing.
    @Test
    void aVoucherThatTakesNothingOffIsNotValid() {
      Voucher least = voucher("LEAST", 1, null, null);

      assertRefused("LEAST", at(1), offered(least), listed(1));
    }

    @Test
    void usesRunOutAndComeBack() {
      var first = new VoucherRedeemed(NOODLE_BAR, "TENTH", order(1), eur(240), at(1));
      var second = new VoucherRedeemed(NOODLE_BAR, "TENTH", order(2), eur(240), at(1));
      var released = new VoucherReleased(NOODLE_BAR, "TENTH", order(1), at(2));

      assertThat(quote("TENTH", at(2), offered(TENTH), first).discount()).isEqualTo(eur(240));
      assertRefused("TENTH", at(2), offered(TENTH), first, second);
      assertThat(quote("TENTH", at(3), offered(TENTH), first, second, released).discount())
          .isEqualTo(eur(240));
    }
  }

  @Property
  void theLinesAlwaysSumAndNoneIsNegative(
      @ForAll @LongRange(max = Long.MAX_VALUE / 200) long price,
      @ForAll @IntRange(max = 5_000) int tax,
      @ForAll @IntRange(min = 1, max = 10_000) int off) {
    Voucher voucher = voucher("SOME", off, null, null);
    Quotation quotation =
        ask(
            "SOME",
            at(1),
            listed(price),
            new TaxRateChanged(NOODLE_BAR, tax, at(1)),
            offered(voucher));

    if (quotation instanceof Quotation.Quoted(var quote)) {
      OrderTotal total = quote.total();
      assertThat(total.items().minor()).isEqualTo(2 * price);
      assertThat(total.discount().minor()).isBetween(0L, 2 * price);
      assertThat(total.tax()).isEqualTo(total.sold().share(tax));
    } else {
      assertThat(eur(2 * price).share(off)).isEqualTo(eur(0));
    }
  }

  private static void assertRefused(String code, Instant now, MerchantEvent... events) {
    assertThat(ask(code, now, events)).isEqualTo(new Quotation.Refused(new VoucherNotValid(code)));
  }

  private static OrderTotal quote(@Nullable String code, Instant now, MerchantEvent... events) {
    return ((Quotation.Quoted) ask(code, now, events)).quote().total();
  }

  /// Two ramen.
  private static Quotation ask(@Nullable String code, Instant now, MerchantEvent... events) {
    var state = (MerchantState.Registered) given(events).state();
    var ramen = state.menu().find(RAMEN.productId()).orElseThrow();
    return Quoting.quote(state, NOODLE_BAR, List.of(line(ramen, 2)), code, now);
  }

  private static History<MerchantState, MerchantCommand, MerchantEvent> given(
      MerchantEvent... events) {
    return new History<MerchantState, MerchantCommand, MerchantEvent>(
            new MerchantState.Unregistered(), MerchantState::evolve, MerchantState::decide)
        .and(
            new MerchantRegistered(
                NOODLE_BAR, NOODLE_BAR_PROFILE, FEE, Duration.ofMinutes(12), NOON),
            new ProductListed(NOODLE_BAR, RAMEN, NOON),
            new MerchantOpened(NOODLE_BAR, NOON))
        .and(events);
  }

  private static ProductListed listed(long price) {
    return new ProductListed(NOODLE_BAR, product("ramen", price, true), NOON);
  }

  private static ChangeTaxRate tax(int basisPoints) {
    return new ChangeTaxRate(NOODLE_BAR, basisPoints, at(1));
  }

  private static OfferVoucher offer(Voucher voucher) {
    return new OfferVoucher(NOODLE_BAR, voucher, at(1));
  }

  private static VoucherOffered offered(Voucher voucher) {
    return new VoucherOffered(NOODLE_BAR, voucher, at(1));
  }

  private static Voucher voucher(
      String code, int basisPoints, @Nullable Money amount, @Nullable Money minimum) {
    return new Voucher(code, basisPoints, amount, minimum, NOON, at(60), 2);
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }

  private static Money idr(long minor) {
    return Money.of(minor, "IDR");
  }
}
