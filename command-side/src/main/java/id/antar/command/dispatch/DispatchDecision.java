package id.antar.command.dispatch;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.dispatch.DispatchCommand.RecordDecision;
import id.antar.api.dispatch.DispatchEvent;
import id.antar.api.message.Receipt;
import id.antar.command.decider.Decides;
import id.antar.command.decider.StreamId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// A dispatch decision, as Axon keeps it.
final class DispatchDecision {

  @AggregateIdentifier private @Nullable String id;
  private DispatchState state = new DispatchState.Unrecorded();

  @Decides
  Receipt handle(RecordDecision command) {
    return answer(state.decide(command));
  }

  @EventSourcingHandler
  void on(DispatchEvent event) {
    id = StreamId.of(event.decisionId());
    state = state.evolve(event);
  }
}
