package id.antar.command.alert;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.alert.AlertCommand.AcknowledgeAlert;
import id.antar.api.alert.AlertCommand.EndAlert;
import id.antar.api.alert.AlertCommand.RaiseAlert;
import id.antar.api.alert.AlertCommand.ReleaseAlert;
import id.antar.api.alert.AlertEvent;
import id.antar.api.message.Receipt;
import id.antar.command.decider.Decides;
import id.antar.command.decider.StreamId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// An alert, as Axon keeps it.
final class Alert {

  @AggregateIdentifier private @Nullable String id;
  private AlertState state = new AlertState.Unknown();

  @Decides
  Receipt handle(RaiseAlert command) {
    return answer(state.decide(command));
  }

  @Decides
  Receipt handle(AcknowledgeAlert command) {
    return answer(state.decide(command));
  }

  @Decides
  Receipt handle(ReleaseAlert command) {
    return answer(state.decide(command));
  }

  @Decides
  Receipt handle(EndAlert command) {
    return answer(state.decide(command));
  }

  @EventSourcingHandler
  void on(AlertEvent event) {
    id = StreamId.of(event.alertId());
    state = state.evolve(event);
  }
}
