package id.antar.command.chat;

import id.antar.api.chat.ChatCommand;
import id.antar.api.chat.ChatCommand.ReadMessages;
import id.antar.api.chat.ChatCommand.SendMessage;
import id.antar.api.message.Receipt;
import id.antar.command.decider.StreamId;
import id.antar.command.order.ReadingOrder;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/// Lets the parties talk that the order says it has, both within one unit of work.
final class Conversing {

  private final Repository<Conversation> conversations;
  private final ReadingOrder orders;
  private final ChatRules rules;

  Conversing(Repository<Conversation> conversations, ReadingOrder orders, ChatRules rules) {
    this.conversations = conversations;
    this.orders = orders;
    this.rules = rules;
  }

  @CommandHandler
  Receipt handle(SendMessage command) throws Exception {
    return of(command)
        .invoke(it -> it.send(command, () -> orders.parties(command.orderId()), rules));
  }

  @CommandHandler
  Receipt handle(ReadMessages command) throws Exception {
    return of(command)
        .invoke(it -> it.read(command, () -> orders.parties(command.orderId()), rules));
  }

  private Aggregate<Conversation> of(ChatCommand command) throws Exception {
    return conversations.loadOrCreate(StreamId.of(command.conversationId()), Conversation::new);
  }
}
