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
  void whatIsStrandedIsWhereItWasBeforeThePickup() {
    assertThat(order.hear(Stage.PICKED_UP)).isTrue();
    order.stranded(Stage.PREPARING);
    assertThat(order.stage()).isEqualTo(Stage.PREPARING);
    assertThat(order.hear(Stage.DELIVERED)).isTrue();
    order.stranded(Stage.PREPARING);
    assertThat(order.stage()).isEqualTo(Stage.DELIVERED);
  }

  @Test
  void onlyTheFirstCourierIsTheFirst() {
    assertThat(order.assigned("a1")).isTrue();
    assertThat(order.assigned("a1")).isFalse();
    assertThat(order.assigned("a2")).isFalse();
    assertThat(order.assignments()).isEqualTo(2);
  }

  @Test
  void stagesAreReadAsTheEngineWritesThem() {
    assertThat(Stage.find("picked_up")).hasValue(Stage.PICKED_UP);
    assertThat(Stage.find("nowhere")).isEmpty();
  }
}
