package id.antar.dispatch.why;

import id.antar.dispatch.plan.DispatchPlan.OrderDecision;

/// Why a courier is asked to carry an order, told to that courier. Names nobody else.
final class ToCourier {

  private ToCourier() {}

  /// Goes on from "You were asked because".
  static String because(OrderCase order, int courier) {
    String stops =
        "you can be at the merchant's at %s and at the door at %s"
            .formatted(order.time(order.arrival(courier)), order.time(order.door(courier)));
    if (order.isPinned()) {
      return "an operator has chosen you for it; " + stops + ".";
    }
    OrderDecision decision = order.decision();
    int others = order.others().size();
    if (others == 0) {
      return stops + ", and no other courier is in range.";
    }
    if (decision.runnerUp() == null || decision.margin() == null) {
      return "%s, and no other courier could carry it: %s."
          .formatted(stops, Words.and(Verdicts.excluded(order)));
    }
    int margin = decision.margin();
    String who =
        others == 1
            ? "The only other courier in range"
            : (margin < 0 ? "One of the " : "The next best of the ") + others + " others";
    String words = Verdicts.ofRunnerUp(order, decision.runnerUp(), margin);
    return "%s. %s %s.".formatted(stops, who, words);
  }
}
