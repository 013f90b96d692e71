package id.antar.gateway.chat;

import static id.antar.gateway.testing.Samples.ADA;
import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOODLE_BAR;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.chat.ChatCommand.ReadMessages;
import id.antar.api.chat.ChatCommand.SendMessage;
import id.antar.api.chat.ChatQuery.ListMessages;
import id.antar.api.chat.ChatQuery.MessagePage;
import id.antar.api.chat.ChatQuery.MessageView;
import id.antar.api.chat.ChatRejection.ChatIsOver;
import id.antar.api.chat.ChatRejection.TooManyMessages;
import id.antar.api.chat.MessageId;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderRejection.NotYourOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Party;
import id.antar.api.order.Side;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.gateway.testing.GatewayTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatControllerTest extends GatewayTest {

  private static final String PATH = "/v1/orders/order-1/messages";
  private static final String HELLO = "{\"text\":\"The bell is broken.\"}";
  private static final String UP_TO_TWO = "{\"upTo\":2}";

  @BeforeEach
  void thereIsAnOrderWithAConversation() {
    engine.answer(
        GetOrder.class,
        query -> query.orderId().equals(ORDER) ? order(OrderStage.PICKED_UP, CARLO) : null);
    engine.answer(
        ListMessages.class,
        _ ->
            new MessagePage(
                List.of(
                    message(1, new Party.Customer(ADA), Side.MERCHANT),
                    message(2, new Party.Courier(CARLO))),
                "next"));
  }

  private static MessageView message(int number, Party author, Side... readBy) {
    return new MessageView(
        ORDER,
        new MessageId("message-" + number),
        number,
        author,
        CARLO,
        Personal.of(new PersonId(author.id()), "text " + number),
        NOON,
        List.of(readBy));
  }

  @Test
  void eachSideSpeaksAsItself() {
    post(Role.CUSTOMER, "ada", PATH, HELLO).expectStatus().isCreated();
    post(Role.MERCHANT, "noodle-bar", PATH, HELLO).expectStatus().isCreated();
    post(Role.COURIER, "carlo", PATH, HELLO).expectStatus().isCreated();
    post(Role.OPERATOR, "olga", PATH, HELLO).expectStatus().isCreated();

    assertThat(engine.commands())
        .extracting(command -> ((SendMessage) command).author())
        .containsExactly(
            new Party.Customer(ADA),
            new Party.Merchant(NOODLE_BAR),
            new Party.Courier(CARLO),
            new Party.Operator("olga"));
    assertThat(engine.commands().getFirst())
        .isInstanceOfSatisfying(
            SendMessage.class,
            command -> {
              assertThat(command.orderId()).isEqualTo(ORDER);
              assertThat(command.text())
                  .isEqualTo(Personal.of(ADA.personId(), "The bell is broken."));
            });
  }

  @Test
  void theSameKeyIsTheSameMessage() {
    String key = Ids.random();
    var first = post(Role.CUSTOMER, "ada", PATH, HELLO, key).expectBody(String.class);
    var second = post(Role.CUSTOMER, "ada", PATH, HELLO, key).expectBody(String.class);

    assertThat(second.returnResult().getResponseBody())
        .isEqualTo(first.returnResult().getResponseBody());
    assertThat(engine.commands()).hasSize(1);
    expectProblem(
        post(Role.CUSTOMER, "ada", PATH, HELLO.replace("bell", "door"), key),
        422,
        "idempotency-key-reused");
  }

  @Test
  void whatTheOrderRefusesIsToldByItsName() {
    engine.decide(_ -> Receipt.rejected(new NotYourOrder(ORDER)));
    expectProblem(post(Role.CUSTOMER, "eve", PATH, HELLO), 404, "unknown-order");
    engine.decide(_ -> Receipt.rejected(new ChatIsOver(ORDER, NOON)));
    expectProblem(post(Role.CUSTOMER, "ada", PATH, HELLO), 409, "chat-is-over");
    engine.decide(_ -> Receipt.rejected(new TooManyMessages(10, Duration.ofSeconds(41))));
    post(Role.CUSTOMER, "ada", PATH, HELLO)
        .expectStatus()
        .isEqualTo(429)
        .expectHeader()
        .valueEquals("Retry-After", "41");
  }

  @Test
  void whatIsNoMessageIsRefusedAtTheField() {
    for (String text : List.of("", "  ", "x".repeat(501), "a\\u0007b", "a\\nb", "\\ud83d")) {
      expectProblem(
          post(Role.CUSTOMER, "ada", PATH, "{\"text\":\"" + text + "\"}"),
          422,
          "invalid-value",
          "text");
    }
    expectProblem(post(Role.CUSTOMER, "ada", PATH, "{}"), 400, "missing-field", "text");
    expectProblem(post(Role.CUSTOMER, "ada", PATH + "/read", "{}"), 400, "missing-field", "upTo");
    assertThat(engine.commands()).isEmpty();
  }

  @Test
  void whomTheOrderConcernsReadsIt() {
    for (Role role : List.of(Role.CUSTOMER, Role.MERCHANT, Role.COURIER)) {
      String id =
          switch (role) {
            case CUSTOMER -> "ada";
            case MERCHANT -> "noodle-bar";
            default -> "carlo";
          };
      get(role, id, PATH)
          .expectStatus()
          .isOk()
          .expectBody()
          .jsonPath("$.messages[0].number")
          .isEqualTo(1)
          .jsonPath("$.messages[0].author")
          .isEqualTo("customer")
          .jsonPath("$.messages[0].authorId")
          .isEmpty()
          .jsonPath("$.messages[0].text")
          .isEqualTo("text 1")
          .jsonPath("$.messages[0].readBy[0]")
          .isEqualTo("merchant")
          .jsonPath("$.nextCursor")
          .isEqualTo("next");
    }
    get(Role.OPERATOR, "olga", PATH)
        .expectBody()
        .jsonPath("$.messages[1].authorId")
        .isEqualTo("carlo");
  }

  @Test
  void nobodyElseDoes() {
    expectProblem(get(Role.CUSTOMER, "eve", PATH), 404, "unknown-order");
    expectProblem(get(Role.COURIER, "rita", PATH), 404, "unknown-order");
    expectProblem(get(Role.MERCHANT, "pizzeria", PATH), 404, "unknown-order");
    expectProblem(get(Role.OPERATOR, "olga", "/v1/orders/none/messages"), 404, "unknown-order");
    expectProblem(get(Role.ANALYST, "anna", PATH), 403, "forbidden");
    expectProblem(post(Role.ANALYST, "anna", PATH, HELLO), 403, "forbidden");
    expectProblem(get(Role.RECIPIENT, "order-1", PATH), 403, "forbidden");
    expectProblem(post(Role.RECIPIENT, "order-1", PATH, HELLO), 403, "forbidden");
    assertThat(engine.questions()).noneMatch(ListMessages.class::isInstance);
  }

  @Test
  void thePartiesMarkWhatTheyHaveRead() {
    post(Role.COURIER, "carlo", PATH + "/read", UP_TO_TWO).expectStatus().isOk();
    expectProblem(post(Role.OPERATOR, "olga", PATH + "/read", UP_TO_TWO), 403, "forbidden");

    assertThat(engine.commands())
        .containsExactly(new ReadMessages(ORDER, new Party.Courier(CARLO), 2));
  }
}
