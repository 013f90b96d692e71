package id.antar.command.merchant;

import static id.antar.command.Cast.FEE;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOODLE_BAR_PROFILE;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.RAMEN;
import static id.antar.command.Cast.TEA;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.line;
import static id.antar.command.Cast.product;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.merchant.MerchantCommand;
import id.antar.api.merchant.MerchantCommand.ChangePrepTime;
import id.antar.api.merchant.MerchantCommand.CloseMerchant;
import id.antar.api.merchant.MerchantCommand.DelistProduct;
import id.antar.api.merchant.MerchantCommand.ListProduct;
import id.antar.api.merchant.MerchantCommand.OpenMerchant;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.merchant.MerchantCommand.ReviseProfile;
import id.antar.api.merchant.MerchantEvent;
import id.antar.api.merchant.MerchantEvent.MerchantClosed;
import id.antar.api.merchant.MerchantEvent.MerchantOpened;
import id.antar.api.merchant.MerchantEvent.MerchantRegistered;
import id.antar.api.merchant.MerchantEvent.PrepTimeChanged;
import id.antar.api.merchant.MerchantEvent.ProductDelisted;
import id.antar.api.merchant.MerchantEvent.ProductListed;
import id.antar.api.merchant.MerchantRejection.CurrencyMismatch;
import id.antar.api.merchant.MerchantRejection.MenuFull;
import id.antar.api.merchant.MerchantRejection.MerchantAlreadyRegistered;
import id.antar.api.merchant.MerchantRejection.PrepTimeOutOfRange;
import id.antar.api.merchant.MerchantRejection.UnknownMerchant;
import id.antar.api.merchant.MerchantRejection.UnknownProduct;
import id.antar.api.merchant.Product;
import id.antar.api.message.Rejection;
import id.antar.api.money.Money;
import id.antar.api.order.BasketLine;
import id.antar.api.order.OrderRejection.BasketTooLarge;
import id.antar.api.order.OrderRejection.EmptyBasket;
import id.antar.api.order.OrderRejection.MerchantIsClosed;
import id.antar.api.order.OrderRejection.PriceChanged;
import id.antar.api.order.OrderRejection.ProductUnavailable;
import id.antar.api.order.OrderTotal;
import id.antar.command.decider.History;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MerchantTest {

  @Nested
  class Registering {

    @Test
    void aMerchantIsRegisteredClosed() {
      given().when(register(Duration.ofMinutes(12))).then(registered());
      assertThat(
              Quoting.quote(
                  given(registered()).state(), NOODLE_BAR, List.of(line(TEA, 1)), null, NOON))
          .isEqualTo(new Quotation.Refused(new MerchantIsClosed(NOODLE_BAR)));
    }

    @Test
    void theSameTwiceIsFineButNotAnother() {
      given(registered()).when(register(Duration.ofMinutes(12))).thenNothing();
      given(registered())
          .when(register(Duration.ofMinutes(13)))
          .thenRefused(new MerchantAlreadyRegistered(NOODLE_BAR));
    }

    @Test
    void aPrepTimeBeyondFourHoursIsRefused() {
      given()
          .when(register(Duration.ofHours(5)))
          .thenRefused(new PrepTimeOutOfRange(Duration.ofHours(5).toSeconds()));
    }
  }

  @Nested
  class KeepingTheMenu {

    @Test
    void aProductIsListedAndRevised() {
      given(registered()).when(list(RAMEN)).then(listed(RAMEN));
      Product dearer = product("ramen", 1300, true);
      given(registered(), listed(RAMEN)).when(list(dearer)).then(listed(dearer));
      given(registered(), listed(RAMEN)).when(list(RAMEN)).thenNothing();
    }

    @Test
    void anotherCurrencyIsRefused() {
      var ramen = new Product(RAMEN.productId(), "Ramen", "", Money.of(9, "USD"), "", true);
      given(registered()).when(list(ramen)).thenRefused(new CurrencyMismatch("EUR", "USD"));
    }

    @Test
    void aFullMenuTakesNoNewProductButARevision() {
      MerchantEvent[] full =
          IntStream.range(0, MerchantState.MENU_LIMIT)
              .mapToObj(i -> listed(product("p" + i, 100, true)))
              .toArray(MerchantEvent[]::new);
      given(registered())
          .and(full)
          .when(list(RAMEN))
          .thenRefused(new MenuFull(MerchantState.MENU_LIMIT));
      Product revised = product("p1", 200, true);
      given(registered()).and(full).when(list(revised)).then(listed(revised));
    }

    @Test
    void aProductIsDelistedOnce() {
      var delist = new DelistProduct(NOODLE_BAR, RAMEN.productId(), at(1));
      var delisted = new ProductDelisted(NOODLE_BAR, RAMEN.productId(), at(1));
      given(registered(), listed(RAMEN)).when(delist).then(delisted);
      given(registered(), listed(RAMEN), delisted).when(delist).thenNothing();
      given(registered())
          .when(delist)
          .thenRefused(new UnknownProduct(NOODLE_BAR, RAMEN.productId()));
    }
  }

  @Nested
  class OpeningAndClosing {

    @Test
    void itOpensAndCloses() {
      given(registered()).when(new OpenMerchant(NOODLE_BAR, at(1))).then(opened());
      given(registered(), opened())
          .when(new CloseMerchant(NOODLE_BAR, at(2)))
          .then(new MerchantClosed(NOODLE_BAR, at(2)));
    }

    @Test
    void twiceIsFine() {
      given(registered(), opened()).when(new OpenMerchant(NOODLE_BAR, at(2))).thenNothing();
      given(registered()).when(new CloseMerchant(NOODLE_BAR, at(2))).thenNothing();
    }

    @Test
    void thePrepTimeMayChange() {
      var tenMinutes = Duration.ofMinutes(10);
      given(registered())
          .when(new ChangePrepTime(NOODLE_BAR, tenMinutes, at(1)))
          .then(new PrepTimeChanged(NOODLE_BAR, tenMinutes, at(1)));
      given(registered())
          .when(new ChangePrepTime(NOODLE_BAR, Duration.ofMinutes(12), at(1)))
          .thenNothing();
      given(registered())
          .when(new ChangePrepTime(NOODLE_BAR, Duration.ofSeconds(-1), at(1)))
          .thenRefused(new PrepTimeOutOfRange(-1));
    }
  }

  @Nested
  class QuotingABasket {

    @Test
    void thePartsSumToTheWhole() {
      var quotation = quote(List.of(line(RAMEN, 2), line(TEA, 1)));

      assertThat(quotation)
          .isInstanceOfSatisfying(
              Quotation.Quoted.class,
              quoted ->
                  assertThat(quoted.quote().total())
                      .isEqualTo(OrderTotal.of(Money.of(2700, "EUR"), FEE)));
    }

    @Test
    void anEmptyBasketIsRefused() {
      assertRefused(List.of(), new EmptyBasket());
    }

    @Test
    void aBasketOfMoreThanFiftyLinesIsRefused() {
      assertRefused(Collections.nCopies(51, line(TEA, 1)), new BasketTooLarge(51, 50));
    }

    @Test
    void anUnknownProductIsRefused() {
      Product soup = product("soup", 500, true);
      assertRefused(
          List.of(line(TEA, 1), line(soup, 1)), new UnknownProduct(NOODLE_BAR, soup.productId()));
    }

    @Test
    void whatHasRunOutIsRefused() {
      Product cake = product("cake", 400, false);
      assertRefused(List.of(line(cake, 1)), new ProductUnavailable(cake.productId()));
    }

    @Test
    void aPriceThatHasChangedIsRefused() {
      assertRefused(
          List.of(new BasketLine(TEA.productId(), 1, Money.of(299, "EUR"))),
          new PriceChanged(TEA.productId(), Money.of(299, "EUR"), Money.of(300, "EUR")));
    }

    @Test
    void anotherCurrencyIsRefused() {
      assertRefused(
          List.of(new BasketLine(TEA.productId(), 1, Money.of(300, "USD"))),
          new CurrencyMismatch("EUR", "USD"));
    }

    @Test
    void anUnknownMerchantIsUnknown() {
      assertThat(Quoting.quote(given().state(), NOODLE_BAR, List.of(line(TEA, 1)), null, NOON))
          .isEqualTo(new Quotation.Refused(new UnknownMerchant(NOODLE_BAR)));
    }

    private void assertRefused(List<BasketLine> basket, Rejection reason) {
      assertThat(quote(basket)).isEqualTo(new Quotation.Refused(reason));
    }

    private Quotation quote(List<BasketLine> basket) {
      var open =
          given(
              registered(),
              listed(RAMEN),
              listed(TEA),
              listed(product("cake", 400, false)),
              opened());
      return Quoting.quote(open.state(), NOODLE_BAR, basket, null, NOON);
    }
  }

  @Test
  void anUnknownMerchantIsUnknownToEveryCommand() {
    given()
        .when(new ReviseProfile(NOODLE_BAR, NOODLE_BAR_PROFILE, NOON))
        .thenRefused(new UnknownMerchant(NOODLE_BAR));
  }

  private static History<MerchantState, MerchantCommand, MerchantEvent> given(
      MerchantEvent... events) {
    return new History<MerchantState, MerchantCommand, MerchantEvent>(
            new MerchantState.Unregistered(), MerchantState::evolve, MerchantState::decide)
        .and(events);
  }

  private static RegisterMerchant register(Duration prepTime) {
    return new RegisterMerchant(NOODLE_BAR, NOODLE_BAR_PROFILE, FEE, prepTime, NOON);
  }

  private static MerchantRegistered registered() {
    return new MerchantRegistered(
        NOODLE_BAR, NOODLE_BAR_PROFILE, FEE, Duration.ofMinutes(12), NOON);
  }

  private static ListProduct list(Product product) {
    return new ListProduct(NOODLE_BAR, product, at(1));
  }

  private static ProductListed listed(Product product) {
    return new ProductListed(NOODLE_BAR, product, at(1));
  }

  private static MerchantOpened opened() {
    return new MerchantOpened(NOODLE_BAR, at(1));
  }
}
