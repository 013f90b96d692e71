package id.antar.command.account;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.account.InvitationCommand.AcceptInvitation;
import id.antar.api.account.InvitationCommand.SendInvitation;
import id.antar.api.account.InvitationEvent;
import id.antar.api.message.Receipt;
import id.antar.command.decider.Decides;
import id.antar.command.decider.StreamId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// An invitation, as Axon keeps it.
final class Invitation {

  @AggregateIdentifier private @Nullable String id;
  private InvitationState state = new InvitationState.Unsent();

  @Decides
  Receipt handle(SendInvitation command) {
    return answer(state.decide(command));
  }

  @Decides
  Receipt handle(AcceptInvitation command) {
    return answer(state.decide(command));
  }

  @EventSourcingHandler
  void on(InvitationEvent event) {
    id = StreamId.of(event.invitationId());
    state = state.evolve(event);
  }
}
