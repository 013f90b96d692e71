package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.dispatch.plan.DispatchPlan.Candidate;
import id.antar.dispatch.plan.DispatchPlan.Outcome;
import id.antar.dispatch.plan.DispatchPlan.Verdict;
import org.junit.jupiter.api.Test;

class A07_PinnedTest {

  @Test
  void whatAnOperatorFixedStaysFixedHoweverFarTheCourierIs() {
    var town =
        LineTown.of(
            """
            courier ada at 300
            courier bob at 1900
            order a at 300 to 900 ready 0 pinned bob
            """);
    assertThat(town.told()).startsWith("a: OFFERED bob");
    assertThat(town.plan().orders().getFirst().candidates())
        .extracting(Candidate::verdict)
        .containsExactly(Verdict.PINNED_TO_ANOTHER, Verdict.ELIGIBLE);
  }

  @Test
  void theOperatorOutweighsADecline() {
    assertThat(
            LineTown.of("courier ada at 300\norder a at 300 to 900 declined ada -10 pinned ada")
                .told())
        .startsWith("a: OFFERED ada");
  }

  @Test
  void ifTheFixedCourierCannotNobodyElseDoes() {
    var town =
        LineTown.of(
            """
            courier ada at 300
            courier bob at 300 until 0
            order a at 300 to 900 ready 0 pinned bob
            """);
    assertThat(town.plan().orders().getFirst().outcome()).isEqualTo(Outcome.NONE_ELIGIBLE);
    assertThat(town.plan().orders().getFirst().candidates())
        .extracting(Candidate::verdict)
        .containsExactly(Verdict.PINNED_TO_ANOTHER, Verdict.SHIFT_ENDS);
  }

  @Test
  void aBundleIsNotMadeAcrossAPin() {
    var town =
        LineTown.of(
            """
            courier ada at 300
            courier bob at 300
            order a at 300 to 900 ready 0 pinned ada
            order b at 300 to 900 ready 0 pinned bob
            """);
    assertThat(town.trips()).isEqualTo("ada: a\nbob: b");
  }
}
