package id.antar.load.town.life;

import id.antar.load.client.Actor;
import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.client.Frame;
import id.antar.load.client.Request;
import id.antar.load.town.life.Dealings.Said;
import id.antar.load.town.world.Dice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the people of an order say to each other. Customers ask; a merchant who hears it on the
/// stream answers, and a courier who looks at their phone after a pickup does.
final class Talk {

  private static final List<String> TO_KITCHEN =
      List.of(
          "Chopsticks for two, please.",
          "No coriander, please, if it is not too late.",
          "Could you put the sauce in a box of its own?");

  private static final List<String> TO_COURIER =
      List.of(
          "The bell is broken, please call me.",
          "The gate is round the corner, by the bakery.",
          "I will wait in front of the house.");

  private static final List<String> FROM_KITCHEN =
      List.of("Of course.", "We will see to it.", "Noted, thank you.");

  private static final List<String> FROM_COURIER =
      List.of("Fine, see you in a few minutes.", "Thank you, I will find it.", "On my way.");

  private static final Set<String> GONE = Set.of("unknown-order", "chat-is-over");

  private final World world;

  Talk(World world) {
    this.world = world;
  }

  private record SentView(String messageId) {}

  private record MessageView(int number, String author, @Nullable String text) {}

  private record PageView(List<MessageView> messages) {}

  void askKitchen(Actor customer, TrackedOrder order, Dice dice) {
    later(customer, order, dice.pick(TO_KITCHEN), dice.seconds(5, 30));
  }

  void askCourier(Actor customer, TrackedOrder order, Dice dice) {
    later(customer, order, dice.pick(TO_COURIER), dice.seconds(10, 60));
  }

  /// A customer's question to the kitchen came by the merchant's stream.
  void heardByMerchant(Actor merchant, Frame frame) {
    String orderId = frame.orderId();
    if (orderId == null || !frame.tells("MessageSent") || !TO_KITCHEN.contains(frame.text())) {
      return;
    }
    Dice dice = world.dice("kitchen-answer-" + frame.text());
    world
        .book()
        .find(orderId)
        .ifPresent(order -> {
          String answer = dice.pick(FROM_KITCHEN);
          later(merchant, order, answer, dice.seconds(5, 30));
        });
  }

  /// A courier reads what was said, marks it as read, and answers what nobody has answered.
  void readByCourier(Actor courier, String orderId) throws InterruptedException {
    Optional<TrackedOrder> order = world.book().find(orderId);
    if (order.isEmpty()) {
      return;
    }
    String path = "/v1/orders/" + orderId + "/messages";
    Answer answer = world.api().call(Request.get(CallKind.WORDS, courier, path + "?limit=50"));
    if (!answer.ok()) {
      refused("read messages", courier, answer);
      return;
    }
    List<MessageView> messages = answer.as(PageView.class).messages();
    if (messages.isEmpty()) {
      return;
    }
    Answer marked = post(courier, path + "/read", Map.of("upTo", messages.getLast().number()));
    refused("mark messages", courier, marked);
    boolean asked = messages.stream().anyMatch(message -> TO_COURIER.contains(message.text()));
    boolean answered = messages.stream().anyMatch(message -> message.author().equals("courier"));
    if (asked && !answered) {
      Dice dice = world.dice("courier-answer-" + messages.getFirst().text());
      say(courier, order.get(), dice.pick(FROM_COURIER));
    }
  }

  private void later(Actor author, TrackedOrder order, String text, Duration pause) {
    world
        .errands()
        .begin(
            world,
            "words of " + author,
            () -> {
              world.clock().sleep(pause);
              say(author, order, text);
            });
  }

  void say(Actor author, TrackedOrder order, String text) throws InterruptedException {
    String path = "/v1/orders/" + order.orderId() + "/messages";
    Answer answer = post(author, path, Map.of("text", text));
    if (answer.ok()) {
      String messageId = answer.as(SentView.class).messageId();
      order.dealings().said(messageId, new Said(author.role(), text));
    } else {
      refused("say something", author, answer);
    }
  }

  /// Who is no party of the order any more has nothing to say.
  private void refused(String what, Actor author, Answer answer) {
    if (!answer.ok() && !GONE.contains(answer.code())) {
      world.unexpected(what, author, answer);
    }
  }

  private Answer post(Actor author, String path, Map<String, Object> body)
      throws InterruptedException {
    return world.api().call(Request.post(CallKind.WORDS, author, path, world.newKey(), body));
  }
}
