package id.antar.query.menusearch;

import static id.antar.query.Cast.NOODLES;
import static id.antar.query.Cast.NOODLE_BAR;
import static id.antar.query.Cast.after;
import static id.antar.query.Cast.merchantRegistered;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.merchant.MerchantEvent.MerchantOpened;
import id.antar.api.merchant.MerchantEvent.ProductDelisted;
import id.antar.api.merchant.MerchantEvent.ProductListed;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MenuDocumentTest {

  @Test
  void theWordsAreThoseOfTheMerchantAndItsMenu() {
    MenuDocument document = MenuDocument.evolve(null, merchantRegistered());
    document = MenuDocument.evolve(document, new ProductListed(NOODLE_BAR, NOODLES, after(1)));
    document = MenuDocument.evolve(document, new MerchantOpened(NOODLE_BAR, after(2)));

    assertThat(Objects.requireNonNull(document).words())
        .containsExactly("Noodle Bar", "Asian kitchen", "Fried noodles", "With egg");
    assertThat(document.open()).isTrue();
  }

  @Test
  void aDelistedProductTakesItsWordsAlong() {
    MenuDocument document = MenuDocument.evolve(null, merchantRegistered());
    document = MenuDocument.evolve(document, new ProductListed(NOODLE_BAR, NOODLES, after(1)));
    document =
        MenuDocument.evolve(
            document, new ProductDelisted(NOODLE_BAR, NOODLES.productId(), after(2)));

    assertThat(Objects.requireNonNull(document).words())
        .containsExactly("Noodle Bar", "Asian kitchen");
  }
}
