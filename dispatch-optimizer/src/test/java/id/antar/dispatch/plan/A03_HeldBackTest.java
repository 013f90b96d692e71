package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class A03_HeldBackTest {

  @Test
  void foodThatIsNotDueYetIsHeldBackUntilTheNearestCourierHasToLeave() {
    var town =
        LineTown.of(
            """
            courier far at 2000
            courier near at 500
            order a at 300 to 900 ready 900
            """);
    assertThat(town.told()).isEqualTo("a: HELD_BACK 610");
  }

  @Test
  void itIsOfferedOnceTheLeadIsReached() {
    var town =
        LineTown.of(
            """
            courier near at 500
            order a at 300 to 900 ready 290
            """);
    assertThat(town.told()).isEqualTo("a: near pickup a @200, dropoff a @950");
  }

  @Test
  void aHeldOrderTakesNoCourierFromOneThatIsDue() {
    var town =
        LineTown.of(
            """
            courier ada at 300
            order a from noodles at 300 to 900 ready 900
            order b from pizza at 600 to 900 ready 0
            """);
    assertThat(town.told()).isEqualTo("a: HELD_BACK 810\nb: ada pickup b @300, dropoff b @660");
  }
}
