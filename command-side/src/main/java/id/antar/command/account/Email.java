package id.antar.command.account;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.account.AccountId;
import id.antar.api.account.EmailCommand;
import id.antar.api.account.EmailCommand.ReleaseEmail;
import id.antar.api.account.EmailEvent;
import id.antar.api.message.Receipt;
import id.antar.command.decider.Decides;
import id.antar.command.decider.StreamId;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// An e-mail's owner, as Axon keeps it.
final class Email {

  @AggregateIdentifier private @Nullable String id;
  private EmailState state = EmailState.FREE;

  Optional<AccountId> owner() {
    return Optional.ofNullable(state.owner());
  }

  /// Asked by [ClaimingEmail].
  Receipt decide(EmailCommand command) {
    return answer(state.decide(command));
  }

  @Decides
  Receipt handle(ReleaseEmail command) {
    return answer(state.decide(command));
  }

  @EventSourcingHandler
  void on(EmailEvent event) {
    id = StreamId.of(event.emailKey());
    state = state.evolve(event);
  }
}
