package id.antar.dispatch.why;

import id.antar.dispatch.plan.CostTerms;
import id.antar.dispatch.plan.DispatchPlan.Candidate;
import id.antar.dispatch.plan.DispatchPlan.Outcome;
import id.antar.dispatch.plan.DispatchPlan.Verdict;
import id.antar.dispatch.plan.DispatchPolicy.Method;
import id.antar.dispatch.plan.DispatchProblem.Decline;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Why a candidate was not chosen.
final class Verdicts {

  private Verdicts() {}

  static String why(OrderCase order, Candidate candidate) {
    if (order.isChosen(candidate)) {
      return "Chosen.";
    }
    return switch (candidate.verdict()) {
      case ELIGIBLE -> Words.sentence(notChosen(order, candidate));
      case DECLINED -> "Declined it at " + order.time(declined(order, candidate)) + ".";
      case PINNED_TO_ANOTHER -> "An operator has pinned it to another courier.";
      case NO_ROUTE -> "Cannot get there.";
      case TOO_FAR -> "Too far from the merchant.";
      case SHIFT_ENDS ->
          "The shift ends at " + order.time(shiftEnd(order, candidate)) + ", too soon.";
    };
  }

  private static String notChosen(OrderCase order, Candidate candidate) {
    int cost = total(candidate);
    Integer least = order.decision().cost();
    if (least == null) {
      return isDearerThanLater(order, candidate)
          ? "would cost " + Words.span(cost / 100.0) + " of waiting, more than a later round"
          : "not free for it in this round";
    }
    if (cost < least) {
      return cheaper(order, candidate, (least - cost) / 100.0);
    }
    String difference = Differences.between(order, candidate, order.chosen().orElse(null));
    String busy = isBusy(order, candidate) ? ", with another trip to drive" : "";
    return (difference.isEmpty() ? "no better" : difference) + busy;
  }

  static boolean isDearerThanLater(OrderCase order, Candidate candidate) {
    return total(candidate) >= 100L * order.problem().policy().unassigned();
  }

  /// For this order alone, somebody else may cost less.
  private static String cheaper(OrderCase order, Candidate candidate, double by) {
    String cheaper = "cheaper by " + Words.span(by);
    if (order.decision().outcome() == Outcome.KEPT) {
      return cheaper + ", but the other courier is on the way already";
    }
    if (order.problem().policy().method() == Method.GREEDY) {
      return cheaper + ", but this policy takes whoever can pick it up first";
    }
    return isBusy(order, candidate)
        ? "serves another order better"
        : cheaper + ", but the search for a better plan ended before";
  }

  /// What there is to say of the second best, going on from their name.
  static String ofRunnerUp(OrderCase order, int runnerUp, int margin) {
    Candidate second = Objects.requireNonNull(order.candidate(runnerUp));
    if (margin == 0) {
      return "costs the same";
    }
    if (margin < 0) {
      String words = notChosen(order, second);
      return words.startsWith("cheaper") ? "is " + words : words;
    }
    String difference = Differences.between(order, second, order.chosen().orElse(null));
    String dearer = "dearer by " + Words.span(margin / 100.0);
    return difference.isEmpty() ? "is " + dearer : difference + " (" + dearer + ")";
  }

  /// How many could not have it, by the reason.
  static List<String> excluded(OrderCase order) {
    var counts = new ArrayList<String>();
    for (Verdict verdict : Verdict.values()) {
      long number =
          order.others().stream().filter(candidate -> candidate.verdict() == verdict).count();
      if (number > 0) {
        switch (verdict) {
          case DECLINED -> counts.add(Words.count(number, "has declined", "have declined"));
          case NO_ROUTE -> counts.add(Words.count(number, "cannot", "cannot") + " get there");
          case TOO_FAR -> counts.add(Words.count(number, "is", "are") + " too far away");
          case SHIFT_ENDS ->
              counts.add(Words.count(number, "shift ends", "shifts end") + " too soon");
          case ELIGIBLE, PINNED_TO_ANOTHER -> {}
        }
      }
    }
    return counts;
  }

  private static int declined(OrderCase order, Candidate candidate) {
    return order.open().declines().stream()
        .filter(decline -> decline.courier() == candidate.courier())
        .mapToInt(Decline::at)
        .max()
        .orElse(0);
  }

  private static int shiftEnd(OrderCase order, Candidate candidate) {
    return order.problem().couriers().get(candidate.courier()).shiftEnd();
  }

  private static boolean isBusy(OrderCase order, Candidate candidate) {
    return !order.trips(candidate.courier()).isEmpty();
  }

  static int total(Candidate candidate) {
    CostTerms cost = candidate.cost();
    return cost == null ? 0 : cost.total();
  }
}
