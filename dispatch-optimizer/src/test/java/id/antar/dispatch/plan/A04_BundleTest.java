package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class A04_BundleTest {

  @Test
  void neighboursWhoOrderAtOneMerchantShareACourierNearerDoorFirst() {
    var town =
        LineTown.of(
            """
            courier ada at 300
            courier bob at 350
            order a at 300 to 960 ready 0
            order b at 300 to 900 ready 0
            """);
    assertThat(town.told())
        .isEqualTo("b+a: ada pickup b @0, pickup a @0, dropoff b @660, dropoff a @780");
  }

  @Test
  void doorsInOppositeDirectionsAreNotBundled() {
    var town =
        LineTown.of(
            """
            courier ada at 1300
            courier bob at 1350
            order a at 1300 to 1900 ready 0
            order b at 1300 to 700 ready 0
            """);
    assertThat(town.plan().bundles()).hasSize(2);
  }

  @Test
  void foodOfDifferentReadinessIsNotBundled() {
    var town =
        LineTown.of(
            """
            courier ada at 300
            order a at 300 to 960 ready 0
            order b at 300 to 900 ready 241
            """);
    assertThat(town.plan().bundles()).hasSize(2);
  }

  @Test
  void neitherIsFoodOfDifferentMerchants() {
    var town =
        LineTown.of(
            """
            courier ada at 300
            order a from noodles at 300 to 960 ready 0
            order b from pizza at 300 to 900 ready 0
            """);
    assertThat(town.plan().bundles()).hasSize(2);
  }

  @Test
  void aBundleThatNobodyHasRoomForIsDissolved() {
    var town =
        LineTown.of(
            """
            courier ada at 300 capacity 1
            courier bob at 350 capacity 3
            order a at 300 to 960 ready 0 declined bob -10
            order b at 300 to 900 ready 0
            """);
    assertThat(town.told()).contains("a: ada").contains("b: bob");
  }
}
