package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class A03_HeldBackTest {

  @Test
  void foodThatIsNotDueYetIsHeldBackUntilItsCourierHasToLeave() {
    var town =
        LineTown.of(
            """
            courier far at 2000
            courier near at 500
            order a at 300 to 900 ready 900
            """);
    assertThat(town.told()).isEqualTo("a: HELD_BACK near in 580");
    assertThat(town.plan().offers()).isEmpty();
  }

  @Test
  void itIsOfferedOnceTheLeadIsReachedAndNotASecondBefore() {
    assertThat(LineTown.of("courier near at 500\norder a at 300 to 900 ready 320").told())
        .isEqualTo("a: OFFERED near pickup 320 door 980");
    assertThat(LineTown.of("courier near at 500\norder a at 300 to 900 ready 321").told())
        .isEqualTo("a: HELD_BACK near in 1");
  }

  @Test
  void theLeadIsThePolicys() {
    assertThat(
            LineTown.of(
                    """
                    policy lead 0
                    courier near at 500
                    order a at 300 to 900 ready 320
                    """)
                .told())
        .isEqualTo("a: HELD_BACK near in 60");
  }

  @Test
  void aHeldOrderTakesNoCourierFromOneThatIsDue() {
    var town =
        LineTown.of(
            """
            courier ada at 300
            order a from noodles at 300 to 900 ready 1800
            order b from pizza at 600 to 900 ready 0
            """);
    assertThat(town.told())
        .isEqualTo("a: QUEUED ada pickup 1800 door 2460\nb: OFFERED ada pickup 360 door 720");
  }

  @Test
  void whatComesAfterAnotherTripIsQueuedBehindIt() {
    var town =
        LineTown.of(
            """
            courier ada at 300
            order a from noodles at 300 to 500 ready 0
            order b from pizza at 600 to 900 ready 0
            """);
    assertThat(town.trips()).isEqualTo("ada: a, b");
    assertThat(town.told())
        .isEqualTo("a: OFFERED ada pickup 60 door 320\nb: QUEUED ada pickup 600 door 960");
  }
}
