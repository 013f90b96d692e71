package id.antar.api.chat;

import id.antar.api.courier.CourierId;
import id.antar.api.message.Query;
import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.order.Side;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions about conversations.
public sealed interface ChatQuery<R> extends Query<R> {

  /// Of one order, oldest first. The cursor is the last answer's `nextCursor`.
  record ListMessages(OrderId orderId, @Nullable String cursor, int limit)
      implements ChatQuery<MessagePage> {
    @Override
    public Class<MessagePage> answer() {
      return MessagePage.class;
    }
  }

  record MessagePage(List<MessageView> messages, @Nullable String nextCursor) {
    public MessagePage {
      messages = List.copyOf(messages);
    }
  }

  /// @param courierId who carried the order then
  /// @param readBy the sides that have read it, its author's aside
  record MessageView(
      OrderId orderId,
      MessageId messageId,
      int number,
      Party author,
      @Nullable CourierId courierId,
      Personal<String> text,
      Instant occurredAt,
      List<Side> readBy) {
    public MessageView {
      readBy = List.copyOf(readBy);
    }
  }
}
