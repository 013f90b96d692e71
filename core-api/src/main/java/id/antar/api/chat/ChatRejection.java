package id.antar.api.chat;

import id.antar.api.message.Rejection;
import id.antar.api.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Why a message is refused.
public sealed interface ChatRejection extends Rejection {

  record ChatIsOver(OrderId orderId, Instant since) implements ChatRejection {
    @Override
    public String detail() {
      return "The conversation of order " + orderId + " can only be read since " + since + ".";
    }
  }

  record TooManyMessages(int limit, Duration retryAfter) implements ChatRejection {
    @Override
    public String detail() {
      return "One author sends at most " + limit + " messages a minute.";
    }

    @Override
    public Kind kind() {
      return Kind.TOO_MUCH;
    }

    @Override
    public Optional<Duration> findWait() {
      return Optional.of(retryAfter);
    }
  }

  record ConversationIsFull(OrderId orderId, int limit) implements ChatRejection {
    @Override
    public String detail() {
      return "The conversation of order " + orderId + " has its " + limit + " messages.";
    }
  }

  /// The id is taken by another message.
  record MessageAlreadySent(MessageId messageId) implements ChatRejection {
    @Override
    public String detail() {
      return "Message " + messageId + " was sent before with another text.";
    }
  }

  record UnknownMessage(OrderId orderId, int number) implements ChatRejection {
    @Override
    public String detail() {
      return "The conversation of order " + orderId + " has no message " + number + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String field() {
      return "upTo";
    }
  }
}
