package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.dispatch.plan.DispatchPlan.Candidate;
import id.antar.dispatch.plan.DispatchPlan.Verdict;
import org.junit.jupiter.api.Test;

class A05_NobodyTest {

  @Test
  void anOrderWithoutCandidatesSaysSo() {
    assertThat(LineTown.of("order a at 300 to 900 ready 0").told())
        .isEqualTo("a: NO_COURIER_IN_RANGE");
  }

  @Test
  void aDeclineIsRememberedForAWhile() {
    assertThat(
            LineTown.of(
                    """
                    courier ada at 300
                    order a at 300 to 900 ready 0 declined ada -299
                    """)
                .told())
        .isEqualTo("a: ALL_DECLINED");
    assertThat(
            LineTown.of(
                    """
                    courier ada at 300
                    order a at 300 to 900 ready 0 declined ada -300
                    """)
                .told())
        .startsWith("a: ada");
  }

  @Test
  void aCourierBeyondTheLimitIsNotEligible() {
    var plan =
        LineTown.of(
                """
                courier ada at 2101
                order a at 300 to 900 ready 0
                """)
            .plan();
    assertThat(plan.bundles().getFirst().outcome()).isEqualTo(DispatchPlan.Outcome.NONE_ELIGIBLE);
    assertThat(plan.bundles().getFirst().candidates())
        .extracting(Candidate::verdict)
        .containsExactly(Verdict.TOO_FAR);
  }

  @Test
  void whenCouriersAreFewTheOldestOrderIsServedAndTheOtherSaysWhy() {
    var town =
        LineTown.of(
            """
            courier ada at 300
            order a from noodles at 310 to 900 ready 0 placed -60
            order b from pizza at 320 to 900 ready 0 placed -900
            """);
    assertThat(town.told()).isEqualTo("a: MATCHED_AWAY\nb: ada pickup b @20, dropoff b @660");
  }

  @Test
  void anOrderIsNeverTooLateToBeCarried() {
    var town =
        LineTown.of(
            """
            courier ada at 300
            order a at 310 to 900 ready -9000 placed -10000
            """);
    assertThat(town.told()).startsWith("a: ada");
  }
}
