package id.antar.gateway.review;

import static id.antar.gateway.testing.Samples.ADA;
import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOODLE_BAR;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.customer.CustomerView;
import id.antar.api.customer.CustomerView.GetCustomer;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantQuery.MenuHit;
import id.antar.api.merchant.MerchantQuery.MenuHits;
import id.antar.api.merchant.MerchantQuery.SearchMenus;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderRejection.NotYourOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Party;
import id.antar.api.order.Side;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.review.Opinion;
import id.antar.api.review.Rating;
import id.antar.api.review.ReviewCommand.AnswerReview;
import id.antar.api.review.ReviewCommand.HideReview;
import id.antar.api.review.ReviewCommand.ReviseReview;
import id.antar.api.review.ReviewCommand.WriteReview;
import id.antar.api.review.ReviewId;
import id.antar.api.review.ReviewQuery.ListOrderReviews;
import id.antar.api.review.ReviewQuery.ListRatings;
import id.antar.api.review.ReviewQuery.ListReviews;
import id.antar.api.review.ReviewQuery.OrderReviews;
import id.antar.api.review.ReviewQuery.Rated;
import id.antar.api.review.ReviewQuery.Ratings;
import id.antar.api.review.ReviewQuery.ReviewPage;
import id.antar.api.review.ReviewRejection.AlreadyAnswered;
import id.antar.api.review.ReviewRejection.NotDelivered;
import id.antar.api.review.ReviewRejection.NotYourReview;
import id.antar.api.review.ReviewView;
import id.antar.api.review.ReviewView.Answer;
import id.antar.api.review.ReviewView.Hidden;
import id.antar.api.search.IndexState;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewControllerTest extends GatewayTest {

  private static final String OF_ORDER = "/v1/orders/order-1/reviews";
  private static final String GOOD = "{\"subject\":\"merchant\",\"rating\":5,\"comment\":\"Hot.\"}";
  private static final String FAIR = "{\"rating\":3}";
  private static final Party CUSTOMER = new Party.Customer(ADA);
  private static final Party MERCHANT = new Party.Merchant(NOODLE_BAR);
  private static final Party COURIER = new Party.Courier(CARLO);
  private static final ReviewId REVIEW = ReviewId.of(ORDER, Side.CUSTOMER, Side.MERCHANT);

  @BeforeEach
  void thereAreReviews() {
    engine.answer(
        GetOrder.class,
        query -> query.orderId().equals(ORDER) ? order(OrderStage.DELIVERED, CARLO) : null);
    var reviews =
        List.of(
            review(CUSTOMER, MERCHANT, "of the merchant", null),
            review(CUSTOMER, COURIER, "of the courier", new Hidden("abusive", NOON)),
            review(COURIER, CUSTOMER, "of the customer", null));
    engine.answer(ListOrderReviews.class, _ -> new OrderReviews(reviews));
    engine.answer(ListReviews.class, _ -> new ReviewPage(reviews.subList(0, 1), "next"));
    engine.answer(
        ListRatings.class,
        query ->
            new Ratings(
                query.subjects().stream()
                    .map(it -> new Rated(it, Rating.of(List.of(0, 0, 0, 2, 1))))
                    .toList()));
  }

  private static ReviewView review(
      Party author, Party subject, String comment, @Nullable Hidden hidden) {
    return new ReviewView(
        ReviewId.of(ORDER, author.side(), subject.side()),
        ORDER,
        author,
        subject,
        new Opinion(4, Personal.of(ADA.personId(), comment)),
        NOON,
        null,
        new Answer(Personal.of(new PersonId("merchant.olive"), "Thanks!"), NOON),
        hidden);
  }

  @Test
  void theSidesOfAnOrderWriteAndRevise() {
    post(Role.CUSTOMER, "ada", OF_ORDER, GOOD)
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.reviewId")
        .isEqualTo(REVIEW.value());
    put(Role.CUSTOMER, "ada", "/v1/reviews/" + REVIEW, FAIR).expectStatus().isOk();
    post(
            Role.COURIER,
            "carlo",
            OF_ORDER,
            "{\"subject\":\"customer\",\"rating\":1,\"comment\":\" \"}")
        .expectStatus()
        .isCreated();

    assertThat(engine.commands())
        .containsExactly(
            new WriteReview(
                ORDER,
                CUSTOMER,
                Side.MERCHANT,
                new Opinion(5, Personal.of(ADA.personId(), "Hot."))),
            new ReviseReview(REVIEW, CUSTOMER, new Opinion(3, null)),
            new WriteReview(ORDER, COURIER, Side.CUSTOMER, new Opinion(1, null)));
  }

  @Test
  void aMerchantAnswersAndEverybodyReadsIt() {
    String answer = "/v1/reviews/" + REVIEW + "/answer";
    post(Role.MERCHANT, "noodle-bar", answer, "{\"answer\":\"Thanks!\"}").expectStatus().isOk();
    for (Role role : List.of(Role.CUSTOMER, Role.COURIER, Role.CASHIER, Role.OPERATOR)) {
      expectProblem(post(role, "noodle-bar", answer, "{\"answer\":\"x\"}"), 403, "forbidden");
    }
    expectProblem(
        post(Role.MERCHANT, "noodle-bar", answer, "{\"answer\":\" \"}"),
        422,
        "invalid-value",
        "answer");
    engine.decide(_ -> Receipt.rejected(new AlreadyAnswered(REVIEW)));
    expectProblem(
        post(Role.MERCHANT, "noodle-bar", answer, "{\"answer\":\"No.\"}"), 409, "already-answered");

    var thanks = Personal.of(new PersonId("merchant.noodle-bar"), "Thanks!");
    assertThat(engine.commands().getFirst())
        .isEqualTo(new AnswerReview(REVIEW, Set.of(NOODLE_BAR), thanks));
    get(Role.CUSTOMER, "eve", "/v1/merchants/noodle-bar/reviews")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.reviews[0].answer")
        .isEqualTo("Thanks!")
        .jsonPath("$.reviews[0].answeredAt")
        .isNotEmpty();
  }

  @Test
  void onlyOperatorsAndAdminsHide() {
    String hide = "/v1/reviews/" + REVIEW + "/hide";
    post(Role.OPERATOR, "olga", hide, "{\"reason\":\"abusive\"}").expectStatus().isOk();
    post(Role.ADMIN, "root", hide, "{\"reason\":\"abusive\"}").expectStatus().isOk();
    for (Role role : List.of(Role.CUSTOMER, Role.MERCHANT, Role.COURIER, Role.ANALYST)) {
      expectProblem(post(role, "ada", hide, "{\"reason\":\"abusive\"}"), 403, "forbidden");
    }

    assertThat(engine.commands()).containsOnly(new HideReview(REVIEW, "abusive")).hasSize(2);
  }

  @Test
  void otherRolesWriteNone() {
    for (Role role : List.of(Role.MERCHANT, Role.OPERATOR, Role.ANALYST)) {
      expectProblem(post(role, "noodle-bar", OF_ORDER, GOOD), 403, "forbidden");
      expectProblem(put(role, "noodle-bar", "/v1/reviews/" + REVIEW, FAIR), 403, "forbidden");
    }
    expectProblem(post(Role.RECIPIENT, "order-1", OF_ORDER, GOOD), 403, "forbidden");
    assertThat(engine.commands()).isEmpty();
  }

  @Test
  void whatIsRefusedIsToldByItsName() {
    engine.decide(_ -> Receipt.rejected(new NotYourOrder(ORDER)));
    expectProblem(post(Role.CUSTOMER, "eve", OF_ORDER, GOOD), 404, "unknown-order");
    engine.decide(_ -> Receipt.rejected(new NotDelivered(ORDER, OrderStage.READY)));
    expectProblem(post(Role.CUSTOMER, "ada", OF_ORDER, GOOD), 409, "not-delivered");
    engine.decide(_ -> Receipt.rejected(new NotYourReview(REVIEW)));
    expectProblem(put(Role.CUSTOMER, "eve", "/v1/reviews/" + REVIEW, FAIR), 404, "unknown-review");
  }

  @Test
  void whatIsNoOpinionIsRefusedAtTheField() {
    for (String rating : List.of("0", "6")) {
      expectProblem(
          post(Role.CUSTOMER, "ada", OF_ORDER, GOOD.replace("5", rating)),
          422,
          "invalid-value",
          "rating");
    }
    expectProblem(
        post(Role.CUSTOMER, "ada", OF_ORDER, GOOD.replace("Hot.", "x".repeat(1_001))),
        422,
        "invalid-value",
        "comment");
    expectProblem(
        post(Role.CUSTOMER, "ada", OF_ORDER, "{\"rating\":5}"), 400, "missing-field", "subject");
  }

  @Test
  void ofAnOrderEachReadsTheirOwnWordsAndWhatIsSaidOfThem() {
    assertThat(read(Role.CUSTOMER, "ada", OF_ORDER))
        .contains("of the merchant", "of the courier")
        .doesNotContain("of the customer");
    assertThat(read(Role.MERCHANT, "noodle-bar", OF_ORDER))
        .contains("of the merchant")
        .doesNotContain("of the courier", "of the customer", "ada", "order-1");
    assertThat(read(Role.COURIER, "carlo", OF_ORDER))
        .contains("of the customer")
        .doesNotContain("of the courier", "of the merchant");
    assertThat(read(Role.OPERATOR, "olga", OF_ORDER))
        .contains("of the merchant", "of the courier", "of the customer", "abusive", "\"ada\"");
    expectProblem(get(Role.CUSTOMER, "eve", OF_ORDER), 404, "unknown-order");
    expectProblem(get(Role.CUSTOMER, "ada", "/v1/orders/none/reviews"), 404, "unknown-order");
    expectProblem(get(Role.RECIPIENT, "order-1", OF_ORDER), 403, "forbidden");
  }

  @Test
  void aMerchantsReviewsAreReadByEverybodyWithoutNames() {
    String path = "/v1/merchants/noodle-bar/reviews?limit=1";
    assertThat(read(Role.CUSTOMER, "eve", path))
        .contains("of the merchant", "\"meanHundredths\":433", "\"histogram\":[0,0,0,2,1]", "next")
        .doesNotContain("\"ada\"", "order-1");
    assertThat(read(Role.ANALYST, "anna", path)).contains("\"ada\"", "order-1");

    assertThat(engine.questions())
        .contains(
            new ListReviews(MERCHANT, false, null, 1), new ListReviews(MERCHANT, true, null, 1));
  }

  @Test
  void aCouriersAreForTheCourierAndStaff() {
    assertThat(read(Role.COURIER, "carlo", "/v1/couriers/carlo/reviews")).doesNotContain("\"ada\"");
    assertThat(read(Role.OPERATOR, "olga", "/v1/couriers/carlo/reviews")).contains("\"ada\"");
    expectProblem(get(Role.COURIER, "rita", "/v1/couriers/carlo/reviews"), 403, "forbidden");
    expectProblem(get(Role.CUSTOMER, "ada", "/v1/couriers/carlo/reviews"), 403, "forbidden");
  }

  @Test
  void whoIsFoundIsShownWithTheirRating() {
    engine.answer(
        SearchMenus.class,
        _ ->
            new MenuHits(
                List.of(
                    new MenuHit(
                        NOODLE_BAR, "Noodle Bar", true, new GeoPoint(43, 7), null, List.of())),
                1,
                null,
                new IndexState(1, null, false, 0, 0, false)));

    get(Role.CUSTOMER, "ada", "/v1/menus/search")
        .expectBody()
        .jsonPath("$.hits[0].rating.count")
        .isEqualTo(3)
        .jsonPath("$.hits[0].rating.meanHundredths")
        .isEqualTo(433);
  }

  @Test
  void aCustomerSeesNoMoreThanAMeanOfMany() {
    engine.answer(
        GetCustomer.class,
        _ ->
            new CustomerView(
                ADA, Personal.of(ADA.personId(), new Contact("Ada", "+377 1234")), NOON, NOON));
    rate(0, 0, 0, 2, 1);
    assertThat(read(Role.CUSTOMER, "ada", "/v1/customers/ada"))
        .contains("\"rating\":{\"count\":3,\"meanHundredths\":null}");
    assertThat(read(Role.OPERATOR, "olga", "/v1/customers/ada"))
        .contains("\"rating\":{\"count\":3,\"meanHundredths\":433}");
    rate(1, 0, 0, 0, 4);
    assertThat(read(Role.CUSTOMER, "ada", "/v1/customers/ada"))
        .contains("\"rating\":{\"count\":5,\"meanHundredths\":420}");
  }

  private void rate(Integer... histogram) {
    engine.answer(
        ListRatings.class,
        _ -> new Ratings(List.of(new Rated(CUSTOMER, Rating.of(List.of(histogram))))));
  }

  private String read(Role role, String id, String path) {
    byte[] body =
        get(role, id, path)
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBodyContent();
    return new String(requireNonNull(body), UTF_8);
  }
}
