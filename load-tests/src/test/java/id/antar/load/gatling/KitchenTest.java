package id.antar.load.gatling;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.client.Frame;
import id.antar.load.client.Json;
import id.antar.load.town.world.Dice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KitchenTest {

  private static final long NOON = System.currentTimeMillis();
  private static final long SOON = NOON + 3_000;

  private final Day day = new Day(Duration.ofMinutes(1), Duration.ofMinutes(1));
  private final Kitchen kitchen =
      new Kitchen(
          day, Dice.of(1, "kitchen"), Duration.ofSeconds(20), List.of("confirm", "start", "ready"));

  @Test
  void anOrderIsConfirmedAfterAThought() {
    hear("OrderSubmitted", "one");

    assertThat(kitchen.take(NOON + 1_000)).isNull();
    assertThat(take(SOON).verb()).isEqualTo("confirm");
    assertThat(kitchen.take(SOON)).isNull();
  }

  @Test
  void itIsReadyOnlyOnceItIsCooked() {
    hear("OrderSubmitted", "one");
    kitchen.done(take(SOON), SOON);
    Kitchen.Act start = take(SOON + 3_000);
    kitchen.done(start, SOON);

    assertThat(start.verb()).isEqualTo("start");
    assertThat(kitchen.take(SOON + 20_000)).isNull();
    assertThat(take(SOON + 23_000).verb()).isEqualTo("ready");
  }

  @Test
  void nothingIsDoneAboutAnOrderThatIsOff() {
    hear("OrderSubmitted", "one");
    hear("OrderCancelled", "one");

    assertThat(kitchen.take(SOON)).isNull();
  }

  @Test
  void onlyThisRunsOrdersAreMeasured() {
    day.placing("one");
    hear("OrderSubmitted", "one");
    hear("OrderSubmitted", "anothers");

    assertThat(kitchen.takeSamples()).hasSize(1);
    assertThat(kitchen.takeSamples()).isEmpty();
  }

  private Kitchen.Act take(long nowMillis) {
    return requireNonNull(kitchen.take(nowMillis));
  }

  private void hear(String event, String orderId) {
    String json =
        "{\"type\":\"order\",\"event\":\"%s\",\"orderId\":\"%s\"}".formatted(event, orderId);
    kitchen.hear(List.of(new Frames.Heard(Json.read(json, Frame.class), NOON)));
  }
}
