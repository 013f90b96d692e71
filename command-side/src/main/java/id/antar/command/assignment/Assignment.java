package id.antar.command.assignment;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.assignment.AssignmentCommand;
import id.antar.api.assignment.AssignmentCommand.AbandonAssignment;
import id.antar.api.assignment.AssignmentCommand.AcceptOffer;
import id.antar.api.assignment.AssignmentCommand.AmendAssignment;
import id.antar.api.assignment.AssignmentCommand.ArriveAtDropoff;
import id.antar.api.assignment.AssignmentCommand.ArriveAtPickup;
import id.antar.api.assignment.AssignmentCommand.DeclineOffer;
import id.antar.api.assignment.AssignmentCommand.ExpireOffer;
import id.antar.api.assignment.AssignmentCommand.FailDropoff;
import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentCommand.RecordDropoff;
import id.antar.api.assignment.AssignmentCommand.RecordPickup;
import id.antar.api.assignment.AssignmentCommand.RecordReturn;
import id.antar.api.assignment.AssignmentCommand.ReleaseAssignment;
import id.antar.api.assignment.AssignmentCommand.WithdrawOrder;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderId;
import id.antar.command.decider.Decides;
import id.antar.command.decider.StreamId;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// An assignment, as Axon keeps it. [AcceptingOffer] accepts it.
final class Assignment {

  @AggregateIdentifier private @Nullable String id;
  private AssignmentState state = new AssignmentState.Unoffered();

  @Decides
  Receipt handle(OfferAssignment command, AssignmentRules rules) {
    return decide(command, rules);
  }

  Receipt accept(AcceptOffer command, Predicate<List<OrderId>> tooMuchCash, AssignmentRules rules) {
    return answer(state.accept(command, tooMuchCash, rules.clock().instant()));
  }

  @Decides
  Receipt handle(DeclineOffer command, AssignmentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ExpireOffer command, AssignmentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ArriveAtPickup command, AssignmentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(RecordPickup command, AssignmentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ArriveAtDropoff command, AssignmentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(RecordDropoff command, AssignmentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(FailDropoff command, AssignmentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(RecordReturn command, AssignmentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(WithdrawOrder command, AssignmentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ReleaseAssignment command, AssignmentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(AmendAssignment command, AssignmentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(AbandonAssignment command, AssignmentRules rules) {
    return decide(command, rules);
  }

  @EventSourcingHandler
  void on(AssignmentEvent event) {
    id = StreamId.of(event.assignmentId());
    state = state.evolve(event);
  }

  private Receipt decide(AssignmentCommand command, AssignmentRules rules) {
    return answer(state.decide(command, rules.clock().instant()));
  }
}
