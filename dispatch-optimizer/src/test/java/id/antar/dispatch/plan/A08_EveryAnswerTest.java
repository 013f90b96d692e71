package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.dispatch.plan.DispatchPlan.Outcome;
import id.antar.dispatch.plan.DispatchPlan.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// For each answer a town that gives it to its last order, or to that order's first courier.
class A08_EveryAnswerTest {

  @ParameterizedTest
  @EnumSource
  void everyOutcomeHappens(Outcome outcome) {
    var decision = LineTown.of(townOf(outcome)).plan().orders().getLast();
    assertThat(decision.outcome()).isEqualTo(outcome);
    assertThat(decision.courier() != null).isEqualTo(outcome.hasCourier());
    assertThat(decision.cost() != null).isEqualTo(outcome.hasCourier());
    assertThat(decision.dueIn() != null).isEqualTo(outcome == Outcome.HELD_BACK);
  }

  @ParameterizedTest
  @EnumSource
  void everyVerdictHappens(Verdict verdict) {
    var candidate = LineTown.of(townOf(verdict)).plan().orders().getLast().candidates().getFirst();
    assertThat(candidate.verdict()).isEqualTo(verdict);
    assertThat(candidate.cost() != null).isEqualTo(verdict == Verdict.ELIGIBLE);
    assertThat(candidate.pickup() != null).isEqualTo(verdict == Verdict.ELIGIBLE);
    assertThat(candidate.door() != null).isEqualTo(verdict == Verdict.ELIGIBLE);
  }

  private static String townOf(Outcome outcome) {
    return switch (outcome) {
      case OFFERED ->
          """
          courier ada at 300
          order a at 300 to 900 ready 0
          """;
      case KEPT ->
          """
          courier ada at 300 heading a departed -60 arrival 60
          order a at 300 to 900 ready 0 placed -300
          """;
      case ADDED ->
          """
          courier ada at 300 heading a departed -60 arrival 60
          order a at 300 to 900 ready 0 placed -300
          order b at 300 to 900 ready 0
          """;
      case HELD_BACK ->
          """
          courier ada at 300
          order a at 300 to 900 ready 900
          """;
      case QUEUED ->
          """
          courier ada at 300 free 60
          order a at 300 to 900 ready 0
          """;
      case NO_COURIER_IN_RANGE -> "order a at 300 to 900 ready 0";
      case ALL_DECLINED ->
          """
          courier ada at 300
          order a at 300 to 900 ready 0 declined ada -10
          """;
      case NONE_ELIGIBLE ->
          """
          courier ada at 300 until 0
          order a at 300 to 900 ready 0
          """;
      case LATER_IS_CHEAPER ->
          """
          policy unassigned 10
          courier ada at 300
          order a at 300 to 900 ready 0
          """;
    };
  }

  private static String townOf(Verdict verdict) {
    return switch (verdict) {
      case ELIGIBLE -> townOf(Outcome.OFFERED);
      case DECLINED -> townOf(Outcome.ALL_DECLINED);
      case SHIFT_ENDS -> townOf(Outcome.NONE_ELIGIBLE);
      case PINNED_TO_ANOTHER ->
          """
          courier ada at 300
          courier bob at 300
          order a at 300 to 900 ready 0 pinned bob
          """;
      case NO_ROUTE ->
          """
          river at 200
          courier ada at 100
          order a at 300 to 900 ready 0
          """;
      case TOO_FAR ->
          """
          courier ada at 9000
          order a at 300 to 900 ready 0
          """;
    };
  }
}
