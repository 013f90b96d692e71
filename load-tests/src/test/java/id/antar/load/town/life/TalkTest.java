package id.antar.load.town.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.load.client.Actor;
import id.antar.load.client.Frame;
import id.antar.load.client.Json;
import id.antar.load.town.life.Dealings.Said;
import id.antar.load.town.mishap.Chronicle;
import id.antar.load.town.mishap.Script;
import id.antar.load.town.world.Dice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TalkTest {

  private static final Actor RIO = Actor.courier("rio");

  private final FakeEngine engine = new FakeEngine();
  @TempDir private Path folder;
  private World world;
  private TrackedOrder order;
  private Talk talk;

  @BeforeEach
  void placeAnOrder() throws Exception {
    Script calm = new Script(true, 200, 30, Dice.of(1, "script"));
    world = engine.world(folder, calm, new Chronicle(_ -> {}));
    order = world.book().acknowledged("o1", "ada", "m1");
    talk = new Talk(world);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void aMerchantAnswersWhatTheKitchenIsAsked() {
    talk.heardByMerchant(Actor.merchant("m1"), frame("Chopsticks for two, please."));
    talk.heardByMerchant(Actor.merchant("m1"), frame("The bell is broken, please call me."));
    await().until(world.errands()::areDone);

    assertThat(engine.heard).containsExactly("orders/o1/messages");
    assertThat(order.dealings().messages().values())
        .singleElement()
        .extracting(Said::author)
        .isEqualTo("merchant");
  }

  @Test
  void aCourierMarksWhatWasReadAndAnswersOnce() throws Exception {
    Map<String, Object> question = message(1, "customer", "The bell is broken, please call me.");
    engine.messages = List.of(question);
    talk.readByCourier(RIO, "o1");
    engine.messages = List.of(question, message(2, "courier", "On my way."));
    talk.readByCourier(RIO, "o1");

    assertThat(engine.heard)
        .containsExactly(
            "orders/o1/messages/read", "orders/o1/messages", "orders/o1/messages/read");
  }

  @Test
  void nobodyAnswersWhatWasNotSaid() throws Exception {
    talk.readByCourier(RIO, "o1");
    talk.readByCourier(RIO, "an order of another town");

    assertThat(engine.heard).isEmpty();
    assertThat(engine.incidents.list()).isEmpty();
  }

  @Test
  void theSameChanceSaysTheSame() {
    talk.askKitchen(Actor.customer("ada"), order, Dice.of(1, "words"));
    await().until(world.errands()::areDone);
    String first = engine.bodies.getFirst();
    talk.askKitchen(Actor.customer("ada"), order, Dice.of(1, "words"));
    await().until(world.errands()::areDone);

    assertThat(engine.bodies).containsExactly(first, first);
  }

  private static Map<String, Object> message(int number, String author, String text) {
    return Map.of("number", number, "author", author, "text", text);
  }

  private static Frame frame(String text) {
    Map<String, String> frame =
        Map.of("type", "chat", "event", "MessageSent", "orderId", "o1", "text", text);
    return Json.read(Json.write(frame), Frame.class);
  }
}
