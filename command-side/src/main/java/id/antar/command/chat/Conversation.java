package id.antar.command.chat;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.chat.ChatCommand.ReadMessages;
import id.antar.api.chat.ChatCommand.SendMessage;
import id.antar.api.chat.ChatEvent;
import id.antar.api.chat.ConversationId;
import id.antar.api.message.Receipt;
import id.antar.command.decider.StreamId;
import id.antar.command.order.Parties;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// The conversation of an order, as Axon keeps it: its own aggregate, so that talk does not
/// lengthen the order's history, and it reads the order within its unit of work instead of being
/// fed its facts, so that who parts from the order is out of the conversation at that moment and
/// not when a process has caught up.
final class Conversation {

  @AggregateIdentifier private @Nullable String id;
  private ConversationState state = ConversationState.SILENT;

  Receipt send(SendMessage command, Supplier<Optional<Parties>> order, ChatRules rules) {
    return answer(state.send(command, order, rules.policy(), rules.clock().instant()));
  }

  Receipt read(ReadMessages command, Supplier<Optional<Parties>> order, ChatRules rules) {
    return answer(state.read(command, order, rules.clock().instant()));
  }

  @EventSourcingHandler
  void on(ChatEvent event) {
    id = StreamId.of(ConversationId.of(event.orderId()));
    state = state.evolve(event);
  }
}
