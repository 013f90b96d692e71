package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.dispatch.plan.DispatchPlan.Candidate;
import id.antar.dispatch.plan.DispatchPlan.OrderDecision;
import id.antar.dispatch.plan.DispatchPlan.Outcome;
import id.antar.dispatch.plan.DispatchPlan.Verdict;
import org.junit.jupiter.api.Test;

class A05_NobodyTest {

  private static OrderDecision first(String town) {
    return LineTown.of(town).plan().orders().getFirst();
  }

  private static void assertNobody(String town, Outcome outcome, Verdict... verdicts) {
    assertThat(first(town).outcome()).isEqualTo(outcome);
    assertThat(first(town).candidates()).extracting(Candidate::verdict).containsExactly(verdicts);
    assertThat(first(town).courier()).isNull();
  }

  @Test
  void anOrderWithoutCandidatesSaysSo() {
    assertNobody("order a at 300 to 900 ready 0", Outcome.NO_COURIER_IN_RANGE);
  }

  @Test
  void aDeclineIsRememberedForAsLongAsThePolicySays() {
    assertNobody(
        """
        courier ada at 300
        order a at 300 to 900 ready 0 declined ada -299
        """,
        Outcome.ALL_DECLINED,
        Verdict.DECLINED);
    assertThat(
            LineTown.of(
                    """
                    courier ada at 300
                    order a at 300 to 900 ready 0 declined ada -300
                    """)
                .told())
        .startsWith("a: OFFERED ada");
  }

  @Test
  void whoDeclinedIsPassedOver() {
    assertThat(
            LineTown.of(
                    """
                    courier ada at 300
                    courier bob at 1000
                    order a at 300 to 900 ready 0 declined ada -10
                    """)
                .told())
        .startsWith("a: OFFERED bob");
  }

  @Test
  void aCourierBeyondTheLimitIsTooFar() {
    assertNobody(
        """
        courier ada at 3901
        order a at 300 to 900 ready 0
        """,
        Outcome.NONE_ELIGIBLE,
        Verdict.TOO_FAR);
    assertThat(LineTown.of("courier ada at 3900\norder a at 300 to 900 ready 0").told())
        .startsWith("a: OFFERED ada");
  }

  @Test
  void nothingIsPickedUpAfterTheShift() {
    assertNobody(
        """
        courier ada at 100 until 259
        order a at 300 to 900 ready 0
        """,
        Outcome.NONE_ELIGIBLE,
        Verdict.SHIFT_ENDS);
    assertThat(LineTown.of("courier ada at 100 until 260\norder a at 300 to 900 ready 0").told())
        .isEqualTo("a: OFFERED ada pickup 260 door 920");
  }

  @Test
  void whereThereIsNoRouteNobodyGoes() {
    assertNobody(
        """
        river at 700
        courier ada at 800
        order a at 300 to 500 ready 0
        """,
        Outcome.NONE_ELIGIBLE,
        Verdict.NO_ROUTE);
    assertNobody(
        """
        river at 700
        courier ada at 300
        order a at 300 to 900 ready 0
        """,
        Outcome.NONE_ELIGIBLE,
        Verdict.NO_ROUTE);
  }

  @Test
  void eachCandidateHasItsOwnVerdict() {
    assertNobody(
        """
        courier ada at 300
        courier bob at 300 until 10
        courier cy at 4000
        order a at 300 to 500 ready 0 declined ada -10
        """,
        Outcome.NONE_ELIGIBLE,
        Verdict.DECLINED,
        Verdict.SHIFT_ENDS,
        Verdict.TOO_FAR);
  }

  @Test
  void anOrderThatCostsMoreThanToLeaveItIsLeft() {
    String town = "courier ada at 300\norder a at 300 to 900 ready 0";
    int cost = 100 * 780 + 2 * 720 + 3 * 600 + 30 * 840;
    assertNobody(
        "policy unassigned " + cost / 100 + "\n" + town,
        Outcome.LATER_IS_CHEAPER,
        Verdict.ELIGIBLE);
    assertThat(LineTown.of("policy unassigned " + (cost / 100 + 1) + "\n" + town).told())
        .startsWith("a: OFFERED ada");
  }

  @Test
  void whenCouriersAreFewTheOneWhoSuffersMoreIsServedFirst() {
    var town =
        LineTown.of(
            """
            courier ada at 300
            order a from noodles at 310 to 900 ready 0 placed -60
            order b from pizza at 320 to 900 ready 0 placed -9000
            """);
    assertThat(town.trips()).isEqualTo("ada: b, a");
  }
}
