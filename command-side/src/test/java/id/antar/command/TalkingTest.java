package id.antar.command;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.CASH;
import static id.antar.command.Cast.EVE;
import static id.antar.command.Cast.FEE;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOODLE_BAR_PROFILE;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.RAMEN;
import static id.antar.command.Cast.TEA;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.placeOrder;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.chat.ChatCommand.ReadMessages;
import id.antar.api.chat.ChatCommand.SendMessage;
import id.antar.api.chat.ChatEvent.MessageRead;
import id.antar.api.chat.ChatEvent.MessageSent;
import id.antar.api.chat.ConversationId;
import id.antar.api.chat.MessageId;
import id.antar.api.merchant.MerchantCommand.ListProduct;
import id.antar.api.merchant.MerchantCommand.OpenMerchant;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderCommand.AssignCourier;
import id.antar.api.order.OrderCommand.ConfirmOrder;
import id.antar.api.order.OrderCommand.MarkDelivered;
import id.antar.api.order.OrderCommand.MarkPickedUp;
import id.antar.api.order.OrderCommand.UnassignCourier;
import id.antar.api.order.OrderRejection.NotYourOrder;
import id.antar.api.order.OrderRejection.UnknownOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Party;
import id.antar.api.order.Side;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.review.Opinion;
import id.antar.api.review.ReviewCommand.AnswerReview;
import id.antar.api.review.ReviewCommand.HideReview;
import id.antar.api.review.ReviewCommand.ReviseReview;
import id.antar.api.review.ReviewCommand.WriteReview;
import id.antar.api.review.ReviewEvent.ReviewAnswered;
import id.antar.api.review.ReviewEvent.ReviewHidden;
import id.antar.api.review.ReviewEvent.ReviewRevised;
import id.antar.api.review.ReviewEvent.ReviewWritten;
import id.antar.api.review.ReviewId;
import id.antar.api.review.ReviewRejection.NotDelivered;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Conversations and reviews beside the order that they are about, with the real repositories and
/// their caches.
class TalkingTest {

  private static final Party CUSTOMER = new Party.Customer(ADA);
  private static final Party COURIER = new Party.Courier(BO);
  private static final Opinion GOOD = new Opinion(5, null);
  private static final Opinion BAD = new Opinion(1, null);

  private final TestEngine engine = new TestEngine();

  @BeforeEach
  void thereIsAConfirmedOrder() {
    engine.accept(
        new RegisterMerchant(NOODLE_BAR, NOODLE_BAR_PROFILE, FEE, Duration.ofMinutes(12), NOON),
        new ListProduct(NOODLE_BAR, RAMEN, NOON),
        new ListProduct(NOODLE_BAR, TEA, NOON),
        new OpenMerchant(NOODLE_BAR, NOON),
        placeOrder(CASH),
        new ConfirmOrder(ORDER, NOODLE_BAR, at(20), at(1)));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void theOrderSaysWhoTalks() {
    assertThat(engine.send(say(1, COURIER))).isEqualTo(Receipt.rejected(new NotYourOrder(ORDER)));
    engine.accept(say(2, CUSTOMER), new AssignCourier(ORDER, TRIP, BO, at(2)), say(3, COURIER));
    engine.accept(say(3, COURIER), new ReadMessages(ORDER, CUSTOMER, 2));
    engine.accept(new UnassignCourier(ORDER, TRIP, "puncture", at(3)));

    assertThat(engine.send(say(4, COURIER))).isEqualTo(Receipt.rejected(new NotYourOrder(ORDER)));
    assertThat(engine.facts(ConversationId.of(ORDER)))
        .hasExactlyElementsOfTypes(MessageSent.class, MessageSent.class, MessageRead.class);
  }

  @Test
  void whereThereIsNoOrderNothingIsSaidAndNothingLeftBehind() {
    var nowhere = Cast.order(2);
    var text = Personal.of(ADA.personId(), "hello?");

    assertThat(engine.send(new SendMessage(nowhere, new MessageId("m"), CUSTOMER, text)))
        .isEqualTo(Receipt.rejected(new UnknownOrder(nowhere)));
    assertThat(engine.send(new WriteReview(nowhere, CUSTOMER, Side.MERCHANT, GOOD)))
        .isEqualTo(Receipt.rejected(new UnknownOrder(nowhere)));
    assertThat(engine.facts(ConversationId.of(nowhere))).isEmpty();
    assertThat(engine.facts(nowhere)).isEmpty();
  }

  @Test
  void whatIsDeliveredIsReviewedOnceByEach() {
    var write = new WriteReview(ORDER, CUSTOMER, Side.COURIER, GOOD);
    assertThat(engine.send(write))
        .isEqualTo(Receipt.rejected(new NotDelivered(ORDER, OrderStage.CONFIRMED)));
    engine.accept(
        new AssignCourier(ORDER, TRIP, BO, at(2)),
        new MarkPickedUp(ORDER, TRIP, BO, at(3)),
        new MarkDelivered(ORDER, TRIP, at(4)));

    assertThat(engine.send(new WriteReview(ORDER, new Party.Customer(EVE), Side.MERCHANT, GOOD)))
        .isEqualTo(Receipt.rejected(new NotYourOrder(ORDER)));

    var ofMerchant = new WriteReview(ORDER, CUSTOMER, Side.MERCHANT, GOOD);
    var thanks = Personal.of(new PersonId("merchant.olive"), "Thanks!");
    engine.accept(
        write,
        write,
        new ReviseReview(write.reviewId(), CUSTOMER, BAD),
        new HideReview(write.reviewId(), "abusive"),
        new WriteReview(ORDER, COURIER, Side.CUSTOMER, GOOD),
        ofMerchant,
        new AnswerReview(ofMerchant.reviewId(), Set.of(NOODLE_BAR), thanks));

    assertThat(engine.facts(write.reviewId()))
        .hasExactlyElementsOfTypes(ReviewWritten.class, ReviewRevised.class, ReviewHidden.class);
    assertThat(engine.facts(ofMerchant.reviewId()))
        .hasExactlyElementsOfTypes(ReviewWritten.class, ReviewAnswered.class);
    assertThat(engine.facts(ReviewId.of(ORDER, Side.COURIER, Side.CUSTOMER))).hasSize(1);
  }

  private static SendMessage say(int number, Party author) {
    return new SendMessage(
        ORDER,
        new MessageId("message-" + number),
        author,
        Personal.of(new PersonId(author.id()), "message " + number));
  }
}
