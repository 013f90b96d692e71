package id.antar.dispatch.why;

import id.antar.dispatch.plan.DispatchPlan.Candidate;
import id.antar.dispatch.plan.DispatchPlan.OrderDecision;
import id.antar.dispatch.plan.DispatchPlan.Outcome;
import id.antar.dispatch.plan.DispatchPlan.PlannedTrip;
import id.antar.dispatch.plan.DispatchPlan.Step;
import id.antar.dispatch.plan.DispatchPlan.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What became of an order in a round, for those who run the service.
final class Summary {

  private final OrderCase order;
  private final OrderDecision decision;

  /// The plan became an offer, or an amended trip. A courier may have been lost, or a trip be over,
  /// before it did.
  private final boolean isTold;

  private Summary(OrderCase order, boolean isTold) {
    this.order = order;
    this.isTold = isTold;
    this.decision = order.decision();
  }

  static String of(OrderCase order, boolean isTold) {
    var summary = new Summary(order, isTold);
    Integer courier = order.decision().courier();
    return courier == null ? summary.nobody(order.decision().outcome()) : summary.somebody(courier);
  }

  private String somebody(int courier) {
    var parts = new ArrayList<String>();
    if (order.isPinned()) {
      parts.add("Pinned by an operator to " + order.name(courier) + ".");
    }
    parts.add(lead(courier, order.name(courier)));
    if (!order.isPinned()) {
      if (decision.runnerUp() != null && decision.margin() != null) {
        parts.add(runnerUp(decision.runnerUp(), decision.margin()));
      }
      parts.add(considered());
    }
    return String.join(" ", parts);
  }

  private String lead(int courier, String name) {
    return switch (decision.outcome()) {
      case OFFERED ->
          isTold
              ? "Offered to " + name + together(courier) + ": " + stops(courier) + "."
              : "Planned for %s%s; not told yet: %s."
                  .formatted(name, together(courier), stops(courier));
      case KEPT ->
          "Stays with %s, who is on the way to the merchant: %s.".formatted(name, stops(courier));
      case ADDED ->
          isTold
              ? "Joins the trip of %s, who is on the way to the merchant%s: %s."
                  .formatted(name, together(courier), stops(courier))
              : "Planned to join the trip of %s%s: %s."
                  .formatted(name, together(courier), stops(courier));
      case HELD_BACK -> heldBack(courier, name);
      case QUEUED -> queued(courier, name);
      case NO_COURIER_IN_RANGE, ALL_DECLINED, NONE_ELIGIBLE, LATER_IS_CHEAPER ->
          nobody(decision.outcome());
    };
  }

  private String heldBack(int courier, String name) {
    PlannedTrip trip = order.trip(courier);
    return "Held back: ready at %s, %s need not leave before %s%s."
        .formatted(
            order.time(order.open().ready()), name, order.time(trip.leave()), together(courier));
  }

  private String queued(int courier, String name) {
    int index = order.tripIndex(courier);
    boolean isNext = index == 0;
    int free =
        isNext
            ? order.problem().couriers().get(courier).free()
            : end(order.trips(courier).get(index - 1));
    boolean isDriving = isNext || order.trips(courier).get(index - 1).step() == Step.UNDER_WAY;
    return "Queued behind %s; free at %s, %s."
        .formatted(
            isDriving
                ? "the trip that " + name + " is on"
                : "another trip that " + name + " is to drive",
            order.time(free),
            stops(courier));
  }

  private int end(PlannedTrip trip) {
    int last = trip.orders().getLast();
    return trip.doors().getLast() + order.problem().orders().get(last).dropoffService();
  }

  private String stops(int courier) {
    return "at the merchant's at %s, at the door at %s"
        .formatted(order.time(order.arrival(courier)), order.time(order.door(courier)));
  }

  private String together(int courier) {
    int others = order.trip(courier).orders().size() - 1;
    return others == 0
        ? ""
        : ", together with " + Words.count(others, "other order", "other orders");
  }

  private String runnerUp(int runnerUp, int margin) {
    String name = order.name(runnerUp);
    String words = Verdicts.ofRunnerUp(order, runnerUp, margin);
    return margin < 0
        ? Words.sentence(name + " " + words)
        : "Next best was " + name + ", who " + words + ".";
  }

  private String considered() {
    int considered = decision.candidates().size();
    int onDuty = order.problem().onDuty();
    String who =
        considered > onDuty
            ? Words.count(considered, "courier was", "couriers were")
            : onDuty == 1
                ? "The only courier on duty was"
                : "%d of %d couriers on duty %s"
                    .formatted(considered, onDuty, considered == 1 ? "was" : "were");
    List<String> excluded = Verdicts.excluded(order);
    return who + " considered" + (excluded.isEmpty() ? "" : "; " + Words.and(excluded)) + ".";
  }

  private String nobody(Outcome outcome) {
    int inRange = decision.candidates().size();
    Integer pinnedTo = order.open().pinnedTo();
    if (pinnedTo != null) {
      return "Nobody: pinned by an operator to " + order.name(pinnedTo) + ". " + absent(pinnedTo);
    }
    return switch (outcome) {
      case NO_COURIER_IN_RANGE ->
          order.problem().onDuty() == 0
              ? "Nobody: no courier is on duty."
              : "Nobody: none of the couriers on duty (%d) is in range."
                  .formatted(order.problem().onDuty());
      case ALL_DECLINED ->
          inRange == 1
              ? "Nobody: the only courier in range has declined."
              : "Nobody: each of the " + inRange + " couriers in range has declined.";
      case NONE_ELIGIBLE ->
          "Nobody: of the %s in range, %s."
              .formatted(
                  Words.count(inRange, "courier", "couriers"), Words.and(Verdicts.excluded(order)));
      case LATER_IS_CHEAPER -> later();
      case OFFERED, KEPT, ADDED, HELD_BACK, QUEUED ->
          throw new IllegalArgumentException(outcome + " without a courier");
    };
  }

  private String absent(int pinnedTo) {
    Candidate candidate = order.candidate(pinnedTo);
    if (candidate == null) {
      return "That courier is not in range.";
    }
    return candidate.verdict() == Verdict.ELIGIBLE ? later() : Verdicts.why(order, candidate);
  }

  private String later() {
    return decision.candidates().stream()
        .filter(candidate -> candidate.cost() != null)
        .min(Comparator.comparingInt(Verdicts::total))
        .map(this::later)
        .orElse("Left for a later round.");
  }

  private String later(Candidate best) {
    String name = order.name(best.courier());
    return Verdicts.isDearerThanLater(order, best)
        ? "Left for a later round: any courier would cost more now. The best would be %s, at %s of waiting."
            .formatted(name, Words.span(Verdicts.total(best) / 100.0))
        : "Left for a later round: "
            + name
            + " would be the best, but is not free for it in this one.";
  }
}
