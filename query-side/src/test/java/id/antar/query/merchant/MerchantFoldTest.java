package id.antar.query.merchant;

import static id.antar.query.Cast.NOODLES;
import static id.antar.query.Cast.NOODLE_BAR;
import static id.antar.query.Cast.after;
import static id.antar.query.Cast.merchantRegistered;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.merchant.BusinessDays;
import id.antar.api.merchant.MerchantEvent;
import id.antar.api.merchant.MerchantEvent.MerchantOpened;
import id.antar.api.merchant.MerchantEvent.ProductDelisted;
import id.antar.api.merchant.MerchantEvent.ProductListed;
import id.antar.api.merchant.MerchantEvent.TaxRateChanged;
import id.antar.api.merchant.MerchantEvent.TimeZoneChanged;
import id.antar.api.merchant.MerchantEvent.VoucherWithdrawn;
import id.antar.api.merchant.MerchantView;
import id.antar.api.merchant.Product;
import id.antar.api.merchant.ProductId;
import id.antar.api.money.Money;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MerchantFoldTest {

  private static final Product SOUP =
      new Product(new ProductId("soup"), "Soup", "", Money.of(500, "EUR"), "", true);
  private static final Product DEARER_NOODLES =
      new Product(NOODLES.productId(), "Noodles", "", Money.of(950, "EUR"), "", false);

  @Test
  void aNewMerchantIsClosedAndHasNoMenu() {
    MerchantView view = given(merchantRegistered());

    assertThat(view.open()).isFalse();
    assertThat(view.menu()).isEmpty();
  }

  @Test
  void aRevisedProductKeepsItsPlace() {
    MerchantView view =
        given(merchantRegistered(), list(NOODLES), list(SOUP), list(DEARER_NOODLES));

    assertThat(view.menu()).containsExactly(DEARER_NOODLES, SOUP);
  }

  @Test
  void aDelistedProductIsGone() {
    MerchantView view =
        given(
            merchantRegistered(),
            list(NOODLES),
            new ProductDelisted(NOODLE_BAR, NOODLES.productId(), after(2)));

    assertThat(view.menu()).isEmpty();
  }

  @Test
  void anOpenedMerchantIsOpenAndKeepsItsMenu() {
    MerchantView view =
        given(merchantRegistered(), list(NOODLES), new MerchantOpened(NOODLE_BAR, after(3)));

    assertThat(view.open()).isTrue();
    assertThat(view.menu()).containsExactly(NOODLES);
    assertThat(view.changedAt()).isEqualTo(after(3));
  }

  @Test
  void taxAndDaysAreTheMerchants() {
    LocalDate from = LocalDate.of(2026, 11, 4);
    ZoneId makassar = ZoneId.of("Asia/Makassar");
    MerchantView view =
        given(
            merchantRegistered(),
            new TaxRateChanged(NOODLE_BAR, 1100, after(1)),
            new TimeZoneChanged(NOODLE_BAR, makassar, from, after(2)),
            new MerchantOpened(NOODLE_BAR, after(3)));

    assertThat(view.taxBasisPoints()).isEqualTo(1100);
    assertThat(view.days()).isEqualTo(BusinessDays.USUAL.changed(from, makassar));
  }

  /// They have rows of their own.
  @Test
  void vouchersAreNotWrittenOnTheMenu() {
    assertThat(new MerchantFold().keys(new VoucherWithdrawn(NOODLE_BAR, "TENTH", after(1))))
        .isEmpty();
  }

  private static ProductListed list(Product product) {
    return new ProductListed(NOODLE_BAR, product, after(1));
  }

  private static MerchantView given(MerchantEvent... events) {
    MerchantView view = null;
    for (MerchantEvent event : events) {
      view = MerchantFold.evolve(view, event);
    }
    return Objects.requireNonNull(view);
  }
}
