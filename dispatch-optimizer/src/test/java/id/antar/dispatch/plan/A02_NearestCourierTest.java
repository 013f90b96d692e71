package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class A02_NearestCourierTest {

  @Test
  void theNearerCourierIsChosen() {
    var town =
        LineTown.of(
            """
            courier ada at 0
            courier bob at 250
            order a at 300 to 900 ready 0
            """);
    assertThat(town.told()).startsWith("a: bob");
  }

  @Test
  void twoOrdersAreSharedSoThatTheSumIsLeast() {
    var town =
        LineTown.of(
            """
            courier ada at 0
            courier bob at 350
            order a from noodles at 300 to 900 ready 0
            order b from pizza at 400 to 1600 ready 0
            """);
    assertThat(town.plan().chosen()).hasSize(2);
    assertThat(town.told()).contains("a: ada").contains("b: bob");
  }
}
