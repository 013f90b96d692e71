package id.antar.command.payout;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.message.Receipt;
import id.antar.api.payout.PayoutCommand.RecordPayout;
import id.antar.api.payout.PayoutEvent;
import id.antar.command.decider.Decides;
import id.antar.command.decider.StreamId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// A payout, as Axon keeps it.
final class Payout {

  @AggregateIdentifier private @Nullable String id;
  private PayoutState state = new PayoutState.Unrecorded();

  @Decides
  Receipt handle(RecordPayout command) {
    return answer(state.decide(command));
  }

  @EventSourcingHandler
  void on(PayoutEvent event) {
    id = StreamId.of(event.payoutId());
    state = state.evolve(event);
  }
}
