package id.antar.query.menusearch;

import static id.antar.query.Cast.ADA;
import static id.antar.query.Cast.NOODLES;
import static id.antar.query.Cast.NOODLE_BAR;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.after;
import static id.antar.query.Cast.merchantRegistered;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.merchant.MerchantEvent.MerchantOpened;
import id.antar.api.merchant.MerchantEvent.ProductDelisted;
import id.antar.api.merchant.MerchantEvent.ProductListed;
import id.antar.api.order.Party;
import id.antar.api.review.Opinion;
import id.antar.api.review.ReviewEvent.ReviewHidden;
import id.antar.api.review.ReviewEvent.ReviewWritten;
import id.antar.api.review.ReviewId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MenuDocumentTest {

  private static final Party SUBJECT = new Party.Merchant(NOODLE_BAR);
  private static final ReviewId REVIEW = new ReviewId("review-1");

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

  @Test
  void aRatingFollowsItsReviews() {
    MenuDocument document = Objects.requireNonNull(MenuDocument.evolve(null, merchantRegistered()));
    assertThat(document.ratingHundredths()).isZero();

    document = document.evolve(written(5)).evolve(written(2));
    assertThat(document.ratingHundredths()).isEqualTo(350);
    document = document.evolve(new ReviewHidden(REVIEW, SUBJECT, 2, "abusive", NOON));
    assertThat(document.ratingHundredths()).isEqualTo(500);

    MenuDocument renamed = MenuDocument.evolve(document, new MerchantOpened(NOODLE_BAR, NOON));
    assertThat(Objects.requireNonNull(renamed).ratingHundredths()).isEqualTo(500);
  }

  private static ReviewWritten written(int rating) {
    return new ReviewWritten(
        REVIEW, ORDER, new Party.Customer(ADA), SUBJECT, new Opinion(rating, null), NOON);
  }
}
