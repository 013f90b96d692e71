package id.antar.command.dispatch;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.dispatch.PolicyCommand.EndShadow;
import id.antar.api.dispatch.PolicyCommand.PromoteShadow;
import id.antar.api.dispatch.PolicyCommand.StartShadow;
import id.antar.api.dispatch.PolicyEvent;
import id.antar.api.message.Receipt;
import id.antar.command.decider.Decides;
import id.antar.command.decider.StreamId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// A zone's dispatch policy, as Axon keeps it.
final class ZonePolicy {

  @AggregateIdentifier private @Nullable String id;
  private ZonePolicyState state = new ZonePolicyState.Alone();

  @Decides
  Receipt handle(StartShadow command) {
    return answer(state.decide(command));
  }

  @Decides
  Receipt handle(EndShadow command) {
    return answer(state.decide(command));
  }

  @Decides
  Receipt handle(PromoteShadow command) {
    return answer(state.decide(command));
  }

  @EventSourcingHandler
  void on(PolicyEvent event) {
    id = StreamId.of(event.zoneId());
    state = state.evolve(event);
  }
}
