package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class A01_OneOrderOneCourierTest {

  @Test
  void theCourierDrivesToTheMerchantAndThenToTheDoor() {
    var town =
        LineTown.of(
            """
            courier ada at 100
            order a at 300 to 900 ready 0
            """);
    assertThat(town.told()).isEqualTo("a: ada pickup a @200, dropoff a @860");
  }

  @Test
  void theCourierWaitsForTheFood() {
    var town =
        LineTown.of(
            """
            courier ada at 100
            order a at 300 to 900 ready 250
            """);
    assertThat(town.told()).isEqualTo("a: ada pickup a @200, dropoff a @910");
  }

  @Test
  void aCourierWhoIsFreeLaterStartsLater() {
    var town =
        LineTown.of(
            """
            courier ada at 100 free 60
            order a at 300 to 900 ready 0
            """);
    assertThat(town.told()).isEqualTo("a: ada pickup a @260, dropoff a @920");
  }
}
