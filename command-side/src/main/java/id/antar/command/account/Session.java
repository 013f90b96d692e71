package id.antar.command.account;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.account.AccountEvent.SessionOpened;
import id.antar.api.account.SessionCommand.RefreshSession;
import id.antar.api.account.SessionEvent;
import id.antar.api.message.Receipt;
import id.antar.command.decider.StreamId;
import java.time.Duration;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// A session's refresh tokens, as Axon keeps them; asked by [RefreshingSession].
final class Session {

  @AggregateIdentifier private @Nullable String id;
  private SessionState state = new SessionState.Fresh();

  Receipt refresh(RefreshSession command, SessionOpened opened, Duration grace) {
    return answer(state.decide(command, opened, grace));
  }

  @EventSourcingHandler
  void on(SessionEvent event) {
    id = StreamId.of(event.sessionId());
    state = state.evolve(event);
  }
}
