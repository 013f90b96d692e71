package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class A02_NearestCourierTest {

  @Test
  void theNearestOfSeveralCouriersIsChosen() {
    var town =
        LineTown.of(
            """
            courier ada at 0
            courier bob at 250
            courier cy at 700
            order a at 300 to 900 ready 0
            """);
    assertThat(town.trips()).isEqualTo("bob: a");
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
    assertThat(town.trips()).isEqualTo("ada: a\nbob: b");
  }

  @Test
  void aBusyCourierNearbyIsBetterThanAFreeOneFarAway() {
    String orderAtNoodles = "order a at 300 to 900 ready 0";
    assertThat(
            LineTown.of("courier ada at 1900\ncourier bob at 300 free 300\n" + orderAtNoodles)
                .told())
        .startsWith("a: QUEUED bob");
    assertThat(
            LineTown.of("courier ada at 1900\ncourier bob at 300 free 3000\n" + orderAtNoodles)
                .told())
        .startsWith("a: OFFERED ada");
  }

  @Test
  void theRunnerUpAndTheMarginAreWhatTheSecondBestWouldCostMore() {
    var decision =
        LineTown.of(
                """
                courier ada at 0
                courier bob at 100
                courier cy at 200
                order a at 300 to 900 ready 0 among bob+cy
                """)
            .plan()
            .orders()
            .getFirst();
    assertThat(decision.courier()).isEqualTo(2);
    assertThat(decision.runnerUp()).isEqualTo(1);
    // At the door after 880 s, 720 of them in the bag; 700 s of way; 940 s of the courier's time,
    // at 33 open orders per hundred couriers.
    assertThat(decision.cost()).isEqualTo(88_000 + 1_440 + 2_100 + 30 * 33 * 940 / 100);
    // Bob is a hundred seconds further away.
    assertThat(decision.margin())
        .isEqualTo(10_000 + 300 + 30 * 33 * 1040 / 100 - 30 * 33 * 940 / 100);
  }

  @Test
  void withoutAnotherCandidateThereIsNoRunnerUp() {
    var decision =
        LineTown.of("courier ada at 0\norder a at 300 to 900 ready 0").plan().orders().getFirst();
    assertThat(decision.runnerUp()).isNull();
    assertThat(decision.margin()).isNull();
  }
}
