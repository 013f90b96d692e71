package id.antar.gateway.chat;

import id.antar.api.chat.ChatQuery.MessagePage;
import id.antar.api.chat.ChatQuery.MessageView;
import id.antar.api.chat.MessageId;
import id.antar.api.order.Side;
import id.antar.gateway.edge.request.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How conversations are shown.
final class ChatAnswers {

  private ChatAnswers() {}

  record Sent(MessageId messageId) {}

  /// @param authorId for staff
  /// @param text null once its author is forgotten
  record Message(
      int number,
      MessageId messageId,
      Side author,
      @Nullable String authorId,
      @Nullable String text,
      Instant occurredAt,
      List<Side> readBy) {

    static Message of(MessageView view, Caller caller) {
      return new Message(
          view.number(),
          view.messageId(),
          view.author().side(),
          caller.isStaff() ? view.author().id() : null,
          view.text().value(),
          view.occurredAt(),
          view.readBy());
    }
  }

  record Page(List<Message> messages, @Nullable String nextCursor) {

    static Page of(MessagePage page, Caller caller) {
      return new Page(
          page.messages().stream().map(message -> Message.of(message, caller)).toList(),
          page.nextCursor());
    }
  }
}
