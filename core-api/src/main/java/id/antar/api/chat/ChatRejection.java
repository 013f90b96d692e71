package id.antar.api.chat;

import id.antar.api.message.Rejection;
import id.antar.api.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Why a message is refused.
public sealed interface ChatRejection extends Rejection {

  record ChatIsOver(OrderId orderId, Instant since) implements ChatRejection {}

  record TooManyMessages(int limit, Duration retryAfter) implements ChatRejection {
    @Override
    public Kind kind() {
      return Kind.TOO_MUCH;
    }

    @Override
    public Optional<Duration> findWait() {
      return Optional.of(retryAfter);
    }
  }

  record ConversationIsFull(OrderId orderId, int limit) implements ChatRejection {}

  /// The id is taken by another message.
  record MessageAlreadySent(MessageId messageId) implements ChatRejection {}

  record UnknownMessage(OrderId orderId, int number) implements ChatRejection, NotFound {
    @Override
    public String field() {
      return "upTo";
    }
  }

  @Override
  default String detail() {
    return switch (this) {
      case ChatIsOver(var orderId, var since) ->
          "The conversation of order " + orderId + " can only be read since " + since + ".";
      case TooManyMessages(var limit, _) ->
          "One author sends at most " + limit + " messages a minute.";
      case ConversationIsFull(var orderId, var limit) ->
          "The conversation of order " + orderId + " has its " + limit + " messages.";
      case MessageAlreadySent(var messageId) ->
          "Message " + messageId + " was sent before with another text.";
      case UnknownMessage(var orderId, var number) ->
          "The conversation of order " + orderId + " has no message " + number + ".";
    };
  }
}
