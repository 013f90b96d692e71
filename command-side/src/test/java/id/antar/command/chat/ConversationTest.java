package id.antar.command.chat;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.EVE;
import static id.antar.command.Cast.KIM;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.antar.api.chat.ChatCommand.ReadMessages;
import id.antar.api.chat.ChatCommand.SendMessage;
import id.antar.api.chat.ChatEvent;
import id.antar.api.chat.ChatEvent.MessageRead;
import id.antar.api.chat.ChatEvent.MessageSent;
import id.antar.api.chat.ChatRejection.ChatIsOver;
import id.antar.api.chat.ChatRejection.ConversationIsFull;
import id.antar.api.chat.ChatRejection.MessageAlreadySent;
import id.antar.api.chat.ChatRejection.TooManyMessages;
import id.antar.api.chat.ChatRejection.UnknownMessage;
import id.antar.api.chat.MessageId;
import id.antar.api.courier.CourierId;
import id.antar.api.message.Rejection;
import id.antar.api.order.OrderRejection.NotYourOrder;
import id.antar.api.order.OrderRejection.UnknownOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Party;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.command.decider.Decision;
import id.antar.command.order.Parties;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConversationTest {

  private static final ChatPolicy POLICY = ChatPolicy.standard();
  static final Party CUSTOMER = new Party.Customer(ADA);
  static final Party MERCHANT = new Party.Merchant(NOODLE_BAR);
  static final Party COURIER = new Party.Courier(BO);
  static final Party OPERATOR = new Party.Operator("olga");

  @Nested
  class Talking {

    @Test
    void thePartiesTalkAndStaffMayJoin() {
      var state = ConversationState.SILENT;
      int number = 0;
      for (Party author : List.of(CUSTOMER, MERCHANT, COURIER, OPERATOR)) {
        var message = message(++number, author, BO, NOON);
        assertThat(send(state, say(number, author), order(BO), NOON))
            .isEqualTo(Decision.accept(message));
        state = state.evolve(message);
      }
    }

    @Test
    void whoIsNotOfTheOrderSaysNothing() {
      for (Party stranger :
          List.of(
              new Party.Customer(EVE),
              new Party.Courier(KIM),
              new Party.Courier(new CourierId(ADA.value())),
              new Party.Engine("any"))) {
        assertRefused(
            send(ConversationState.SILENT, say(1, stranger), order(BO), NOON),
            new NotYourOrder(ORDER));
      }
      assertRefused(
          ConversationState.SILENT.send(say(1, CUSTOMER), Optional::empty, POLICY, NOON),
          new UnknownOrder(ORDER));
    }

    @Test
    void aCourierTalksFromBeingAssignedToBeingUnassigned() {
      assertRefused(
          send(ConversationState.SILENT, say(1, COURIER), order(null), NOON),
          new NotYourOrder(ORDER));
      var state = given(message(1, COURIER, BO, NOON));
      assertRefused(send(state, say(2, COURIER), order(KIM), NOON), new NotYourOrder(ORDER));
      assertThat(send(state, say(2, CUSTOMER), order(null), NOON))
          .isEqualTo(Decision.accept(message(2, CUSTOMER, null, NOON)));
    }

    @Test
    void itIsOverHalfAnHourAfterTheOrder() {
      Instant end = at(30);

      assertThat(send(ConversationState.SILENT, say(1, COURIER), over(), end))
          .isEqualTo(Decision.accept(message(1, COURIER, BO, end)));
      for (Party author : List.of(CUSTOMER, COURIER, OPERATOR)) {
        assertRefused(
            send(ConversationState.SILENT, say(1, author), over(), end.plusMillis(1)),
            new ChatIsOver(ORDER, end));
      }
    }

    @Test
    void aRepeatHasOneEffectAndTheOrderIsNotAsked() {
      var state = given(message(1, CUSTOMER, BO, NOON));

      assertThat(again(state, say(1, CUSTOMER))).isEqualTo(Decision.satisfied());
      assertRefused(again(state, say(1, MERCHANT)), new MessageAlreadySent(id(1)));
      assertRefused(
          again(state, new SendMessage(ORDER, id(1), CUSTOMER, words(CUSTOMER, "another"))),
          new MessageAlreadySent(id(1)));
    }

    private Decision<ChatEvent> again(ConversationState state, SendMessage command) {
      return state.send(
          command,
          () -> {
            throw new AssertionError("The order was asked.");
          },
          POLICY,
          NOON);
    }
  }

  @Nested
  class TalkingMuch {

    @Test
    void oneAuthorSaysTenThingsWithinAMinute() {
      var state = ConversationState.SILENT;
      for (int i = 1; i <= 10; i++) {
        state = state.evolve(message(i, CUSTOMER, BO, NOON.plusSeconds(i)));
      }

      assertRefused(
          send(state, say(11, CUSTOMER), order(BO), NOON.plusSeconds(20)),
          new TooManyMessages(10, Duration.ofSeconds(41)));
      assertThat(send(state, say(11, MERCHANT), order(BO), NOON.plusSeconds(20)))
          .isInstanceOf(Decision.Accepted.class);
      assertThat(send(state, say(11, CUSTOMER), order(BO), NOON.plusSeconds(61)))
          .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void anOrderHasTwoHundredMessages() {
      var state = ConversationState.SILENT;
      for (int i = 1; i <= 200; i++) {
        state = state.evolve(message(i, CUSTOMER, BO, at(i)));
      }

      assertRefused(
          send(state, say(201, MERCHANT), order(BO), at(300)), new ConversationIsFull(ORDER, 200));
    }

    @Test
    void aMessageIsOneLineOfFiveHundredCharacters() {
      for (String text :
          List.of("", " ", "x".repeat(501), "a\nb", "a\u0007b", "\u2028", "\uD83D")) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new SendMessage(ORDER, id(1), CUSTOMER, words(CUSTOMER, text)));
      }
      assertThat(words(CUSTOMER, "x".repeat(500)).find()).isPresent();
    }
  }

  @Nested
  class Reading {

    private final ConversationState state =
        given(message(1, CUSTOMER, BO, NOON), message(2, MERCHANT, BO, NOON));

    @Test
    void aPartyHasReadUpToAMessageOnce() {
      var read = new MessageRead(ORDER, COURIER, 0, 1, NOODLE_BAR, BO, at(1));

      assertThat(read(state, COURIER, 1)).isEqualTo(Decision.accept(read));
      assertThat(read(state.evolve(read), COURIER, 1)).isEqualTo(Decision.satisfied());
      assertThat(read(state.evolve(read), COURIER, 2))
          .isEqualTo(Decision.accept(new MessageRead(ORDER, COURIER, 1, 2, NOODLE_BAR, BO, at(1))));
      assertThat(read(state.evolve(read), CUSTOMER, 2))
          .isEqualTo(
              Decision.accept(new MessageRead(ORDER, CUSTOMER, 0, 2, NOODLE_BAR, BO, at(1))));
    }

    @Test
    void nobodyHasReadWhatWasNotSaid() {
      for (int number : new int[] {3, 0, -1}) {
        assertRefused(read(state, COURIER, number), new UnknownMessage(ORDER, number));
      }
    }

    @Test
    void onlyPartiesHaveRead() {
      for (Party other : List.of(OPERATOR, new Party.Customer(EVE), new Party.Courier(KIM))) {
        assertRefused(read(state, other, 1), new NotYourOrder(ORDER));
      }
      assertRefused(
          state.read(new ReadMessages(ORDER, CUSTOMER, 1), Optional::empty, NOON),
          new NotYourOrder(ORDER));
    }

    private static Decision<ChatEvent> read(ConversationState state, Party reader, int upTo) {
      return state.read(new ReadMessages(ORDER, reader, upTo), () -> order(BO), at(1));
    }
  }

  private static void assertRefused(Decision<ChatEvent> decision, Rejection reason) {
    assertThat(decision).isEqualTo(Decision.reject(reason));
  }

  static Decision<ChatEvent> send(
      ConversationState state, SendMessage command, Optional<Parties> order, Instant now) {
    return state.send(command, () -> order, POLICY, now);
  }

  static ConversationState given(ChatEvent... events) {
    var state = ConversationState.SILENT;
    for (ChatEvent event : events) {
      state = state.evolve(event);
    }
    return state;
  }

  static SendMessage say(int number, Party author) {
    return new SendMessage(ORDER, id(number), author, words(author, "message " + number));
  }

  static MessageSent message(int number, Party author, @Nullable CourierId courier, Instant now) {
    return new MessageSent(
        ORDER,
        id(number),
        number,
        author,
        NOODLE_BAR,
        courier,
        words(author, "message " + number),
        now);
  }

  static Optional<Parties> order(@Nullable CourierId courier) {
    return Optional.of(new Parties(ORDER, ADA, NOODLE_BAR, courier, OrderStage.PREPARING, null));
  }

  static Optional<Parties> over() {
    return Optional.of(new Parties(ORDER, ADA, NOODLE_BAR, BO, OrderStage.DELIVERED, NOON));
  }

  static MessageId id(int number) {
    return new MessageId("message-" + number);
  }

  private static Personal<String> words(Party author, String text) {
    return Personal.of(new PersonId(author.id()), text);
  }
}
