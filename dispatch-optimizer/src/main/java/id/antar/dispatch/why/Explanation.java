package id.antar.dispatch.why;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DispatchEvent.Choice;
import id.antar.api.dispatch.DispatchEvent.DispatchDecided;
import id.antar.api.dispatch.OfferReason;
import id.antar.api.dispatch.OfferReason.OrderReason;
import id.antar.api.dispatch.OrderDispatch.DecisionExplained;
import id.antar.api.dispatch.OrderDispatch.Outcome;
import id.antar.api.dispatch.OrderDispatch.RunnerUp;
import id.antar.api.order.OrderId;
import id.antar.dispatch.plan.DispatchPlan;
import id.antar.dispatch.plan.DispatchPlan.OrderDecision;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.PlanJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A recorded decision in terms and in plain words. Pure. A decision that this planner cannot read
/// says that it is one.
public final class Explanation {

  private final DispatchDecided decided;
  private final @Nullable Told told;

  private record Told(DispatchProblem problem, DispatchPlan plan, Candidates candidates) {}

  public Explanation(DispatchDecided decided) {
    this.decided = decided;
    this.told = read(decided);
  }

  private static @Nullable Told read(DispatchDecided decided) {
    try {
      DispatchProblem problem = PlanJson.readProblem(PlanJson.unpack(decided.problem()));
      DispatchPlan plan = PlanJson.readPlan(PlanJson.unpack(decided.plan()));
      return new Told(problem, plan, new Candidates(problem));
    } catch (RuntimeException _) {
      return null;
    }
  }

  /// What the decision says about the order.
  public DecisionExplained of(OrderId order) {
    Told all = told;
    if (all == null) {
      return without(order, unreadable());
    }
    return find(all, order)
        .map(found -> explained(all, found, order))
        .orElseGet(() -> without(order, "This round decided nothing about the order."));
  }

  private DecisionExplained explained(Told all, OrderCase found, OrderId order) {
    OrderDecision decision = found.decision();
    return new DecisionExplained(
        decided.decisionId(),
        decided.occurredAt(),
        1,
        decided.occurredAt(),
        Outcome.valueOf(decision.outcome().name()),
        Summary.of(found, choiceOf(order).isPresent()),
        decision.courier() == null ? null : courier(all, decision.courier()),
        assignmentOf(order),
        Candidates.seconds(decision.cost()),
        runnerUp(all, decision),
        decision.dueIn(),
        all.problem.onDuty(),
        decision.candidates().size(),
        decided.policyVersion(),
        decided.plannerVersion(),
        decided.mapVersion(),
        decided.seed(),
        all.plan.iterations(),
        all.plan.load(),
        all.plan.terms(),
        decision.candidates().stream().map(each -> all.candidates.of(found, each)).toList());
  }

  private DecisionExplained without(OrderId order, String summary) {
    return new DecisionExplained(
        decided.decisionId(),
        decided.occurredAt(),
        1,
        decided.occurredAt(),
        Outcome.UNREADABLE,
        summary,
        choiceOf(order).map(Choice::courierId).orElse(null),
        assignmentOf(order),
        null,
        null,
        null,
        null,
        null,
        decided.policyVersion(),
        decided.plannerVersion(),
        decided.mapVersion(),
        decided.seed(),
        null,
        null,
        List.of(),
        List.of());
  }

  /// Why the decision made this offer. Absent if it did not.
  public Optional<OfferReason> of(AssignmentId assignment) {
    return decided.choices().stream()
        .filter(choice -> choice.assignmentId().equals(assignment))
        .findFirst()
        .map(this::reason);
  }

  private OfferReason reason(Choice choice) {
    List<OrderReason> orders = choice.orders().stream().map(this::reason).toList();
    return new OfferReason(
        choice.courierId(),
        choice.assignmentId(),
        decided.decisionId(),
        decided.occurredAt(),
        orders.size() == 1
            ? orders.getFirst().summary()
            : "You were asked to carry %d orders on one trip. ".formatted(orders.size())
                + orders.stream()
                    .map(order -> "Order " + order.orderId() + ": " + order.summary())
                    .collect(Collectors.joining(" ")),
        decided.policyVersion(),
        decided.plannerVersion(),
        decided.mapVersion(),
        orders);
  }

  private OrderReason reason(OrderId order) {
    Told all = told;
    OrderCase found = all == null ? null : find(all, order).orElse(null);
    if (all == null || found == null || found.decision().courier() == null) {
      return new OrderReason(order, unreadable(), null, null, null, null, List.of());
    }
    int courier = found.decision().courier();
    return new OrderReason(
        order,
        "You were asked because " + ToCourier.because(found, courier),
        found.at(found.trip(courier).pickup()),
        found.at(found.door(courier)),
        Candidates.seconds(found.decision().cost()),
        runnerUp(all, found.decision()),
        found.others().stream().map(each -> all.candidates.of(found, each)).toList());
  }

  private static Optional<OrderCase> find(Told all, OrderId order) {
    return all.plan.orders().stream()
        .filter(each -> all.problem.orders().get(each.order()).order().equals(order))
        .findFirst()
        .map(decision -> new OrderCase(all.problem, all.plan, decision));
  }

  private static @Nullable RunnerUp runnerUp(Told all, OrderDecision decision) {
    return decision.runnerUp() == null || decision.margin() == null
        ? null
        : new RunnerUp(courier(all, decision.runnerUp()), decision.margin() / 100.0);
  }

  private static CourierId courier(Told all, int index) {
    return all.problem.couriers().get(index).courier();
  }

  private String unreadable() {
    return "Planner %s decided this; its reasons can no longer be read."
        .formatted(decided.plannerVersion());
  }

  private Optional<Choice> choiceOf(OrderId order) {
    return decided.choices().stream().filter(each -> each.orders().contains(order)).findFirst();
  }

  private @Nullable AssignmentId assignmentOf(OrderId order) {
    return choiceOf(order).map(Choice::assignmentId).orElse(null);
  }
}
