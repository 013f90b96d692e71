package id.antar.query.chat;

import static id.antar.query.Cast.ADA;
import static id.antar.query.Cast.KURT;
import static id.antar.query.Cast.NOODLE_BAR;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.after;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.chat.ChatEvent;
import id.antar.api.chat.ChatEvent.MessageRead;
import id.antar.api.chat.ChatEvent.MessageSent;
import id.antar.api.chat.ChatQuery.MessageView;
import id.antar.api.chat.MessageId;
import id.antar.api.order.Party;
import id.antar.api.order.Side;
import id.antar.api.person.Personal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChatFoldTest {

  private static final Party CUSTOMER = new Party.Customer(ADA);
  private static final Party MERCHANT = new Party.Merchant(NOODLE_BAR);
  private static final Party COURIER = new Party.Courier(KURT);

  @Test
  void aMessageIsShownAsItWasSaid() {
    assertThat(given(sent()))
        .isEqualTo(
            new MessageView(
                ORDER,
                new MessageId("m"),
                3,
                CUSTOMER,
                KURT,
                Personal.of(ADA.personId(), "ring twice"),
                NOON,
                List.of()));
  }

  @Test
  void itSaysWhichOtherSidesHaveReadItEachOnce() {
    assertThat(given(sent(), read(MERCHANT), read(CUSTOMER), read(COURIER), read(COURIER)).readBy())
        .containsExactly(Side.MERCHANT, Side.COURIER);
  }

  @Test
  void whatIsReadAreAllMessagesSinceTheLastTime() {
    var fold = new ChatFold();

    assertThat(fold.keys(read(COURIER))).containsExactly("order-1/3", "order-1/4");
    assertThat(fold.keys(sent())).containsExactly("order-1/3");
    assertThat(ChatFold.evolve(null, read(COURIER))).isNull();
  }

  private static MessageSent sent() {
    return new MessageSent(
        ORDER,
        new MessageId("m"),
        3,
        CUSTOMER,
        NOODLE_BAR,
        KURT,
        Personal.of(ADA.personId(), "ring twice"),
        NOON);
  }

  private static MessageRead read(Party reader) {
    return new MessageRead(ORDER, reader, 2, 4, NOODLE_BAR, KURT, after(1));
  }

  private static MessageView given(ChatEvent... events) {
    MessageView view = null;
    for (ChatEvent event : events) {
      view = ChatFold.evolve(view, event);
    }
    return Objects.requireNonNull(view);
  }
}
