package id.antar.command.account;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.account.ApiKeyCommand.IssueApiKey;
import id.antar.api.account.ApiKeyCommand.RevokeApiKey;
import id.antar.api.account.ApiKeyEvent;
import id.antar.api.message.Receipt;
import id.antar.command.decider.Decides;
import id.antar.command.decider.StreamId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// An API key, as Axon keeps it.
final class ApiKey {

  @AggregateIdentifier private @Nullable String id;
  private ApiKeyState state = new ApiKeyState.Unissued();

  @Decides
  Receipt handle(IssueApiKey command) {
    return answer(state.decide(command));
  }

  @Decides
  Receipt handle(RevokeApiKey command) {
    return answer(state.decide(command));
  }

  @EventSourcingHandler
  void on(ApiKeyEvent event) {
    id = StreamId.of(event.keyId());
    state = state.evolve(event);
  }
}
