package id.antar.api.chat;

import id.antar.api.message.Texts;
import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.person.Personal;

/// What the parties of an order do in its conversation. It happens when the engine hears of it, so
/// that nobody's clock bends the rules of time.
public sealed interface ChatCommand {
  OrderId orderId();

  default ConversationId conversationId() {
    return ConversationId.of(orderId());
  }

  record SendMessage(OrderId orderId, MessageId messageId, Party author, Personal<String> text)
      implements ChatCommand {
    private static final int LONGEST = 500;

    public SendMessage {
      text.find().ifPresent(it -> Texts.requireLine("text", it, LONGEST));
    }
  }

  /// @param upTo the number of the last message that was read
  record ReadMessages(OrderId orderId, Party reader, int upTo) implements ChatCommand {}
}
