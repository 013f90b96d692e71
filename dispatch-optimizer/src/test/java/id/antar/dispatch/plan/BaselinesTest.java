package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.dispatch.plan.DispatchPlan.Outcome;
import org.junit.jupiter.api.Test;

class BaselinesTest {

  private static final String TWO_ORDERS =
      """
      courier ada at 0
      courier bob at 350
      order a from noodles at 300 to 900 ready 0 placed -10
      order b from pizza at 400 to 1600 ready 0 placed -20
      """;

  @Test
  void greedyGivesTheOlderOrderToTheNearestAndHasNoSecondThoughts() {
    assertThat(LineTown.of("policy greedy\n" + TWO_ORDERS).trips()).isEqualTo("ada: a\nbob: b");
    assertThat(LineTown.of("policy greedy\n" + TWO_ORDERS.replace("-10", "-30")).trips())
        .isEqualTo("ada: b\nbob: a");
  }

  @Test
  void greedyCountsWhatTheCourierHasToDoBefore() {
    String town =
        """
        policy greedy
        courier ada at %d
        courier bob at 300
        order a at 300 to 400 ready 0 placed -30
        order b at 300 to 400 ready 0 placed -20
        """;
    // Bob could pick b up after 500 s.
    assertThat(LineTown.of(town.formatted(700)).trips()).isEqualTo("ada: b\nbob: a");
    assertThat(LineTown.of(town.formatted(900)).trips()).isEqualTo("bob: a, b");
  }

  @Test
  void greedyCommitsAtOnceAndNeverBundles() {
    var town =
        LineTown.of(
            """
            policy greedy
            courier ada at 300 free 100
            order a at 300 to 900 ready 2000
            order b at 300 to 900 ready 2000
            """);
    assertThat(town.trips()).isEqualTo("ada: a, b");
    assertThat(town.told()).contains("a: OFFERED ada").contains("b: OFFERED ada");
  }

  @Test
  void matchingGivesEachFreeCourierOneOrderAtTheLeastTotalCost() {
    String town = "policy matching\n" + TWO_ORDERS.replace("-10", "-30");
    assertThat(LineTown.of(town).trips()).isEqualTo("ada: a\nbob: b");
  }

  @Test
  void matchingLeavesTheRestForALaterRound() {
    var town =
        LineTown.of(
            """
            policy matching
            courier ada at 300
            courier bob at 300 free 1
            order a at 300 to 900 ready 0
            order b at 300 to 890 ready 0
            """);
    assertThat(town.trips()).isEqualTo("ada: b");
    assertThat(town.plan().orders().getFirst().outcome()).isEqualTo(Outcome.LATER_IS_CHEAPER);
  }
}
