package id.antar.load.town.life;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrackedOrderTest {

  private final TrackedOrder order = new TrackedOrder("o1", "ada", "noodle-bar");

  @Test
  void oldNewsAreNoNews() {
    assertThat(order.hear(Stage.PREPARING)).isTrue();
    assertThat(order.hear(Stage.CONFIRMED)).isFalse();
    assertThat(order.stage()).isEqualTo(Stage.PREPARING);
  }

  @Test
  void aFailedDeliveryEndsWithTheReturn() {
    assertThat(order.hear(Stage.PICKED_UP)).isTrue();
    assertThat(order.hear(Stage.DELIVERY_FAILED)).isTrue();
    assertThat(order.stage().isFinal()).isFalse();
    assertThat(order.hear(Stage.RETURNED)).isTrue();
    assertThat(order.stage().isFinal()).isTrue();
  }

  @Test
  void stagesAreReadAsTheEngineWritesThem() {
    assertThat(Stage.find("picked_up")).hasValue(Stage.PICKED_UP);
    assertThat(Stage.find("nowhere")).isEmpty();
  }
}
