package id.antar.api.ops;

import id.antar.api.message.Query;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions about events that could not be handled.
public sealed interface DeadLetterQuery<R> extends Query<R> {

  /// The longest parked first.
  ///
  /// @param processor of all if absent
  record ListDeadLetters(@Nullable String processor, @Nullable String cursor, int limit)
      implements DeadLetterQuery<DeadLetters> {
    @Override
    public Class<DeadLetters> answer() {
      return DeadLetters.class;
    }
  }

  record GetDeadLetter(String letterId) implements DeadLetterQuery<DeadLetterContent> {
    @Override
    public Class<DeadLetterContent> answer() {
      return DeadLetterContent.class;
    }
  }

  record DeadLetters(List<DeadLetter> letters, @Nullable String nextCursor) {
    public DeadLetters {
      letters = List.copyOf(letters);
    }
  }

  /// @param event the event's type, such as `OrderPlaced`
  /// @param source the aggregate
  /// @param sequence the event's place among those of its aggregate
  /// @param behind how many parked events have to be handled before it
  /// @param cause what went wrong; absent if it only waits for one before it
  /// @param attempts how often it was tried
  record DeadLetter(
      String letterId,
      String processor,
      String event,
      String eventId,
      @Nullable String source,
      long sequence,
      long behind,
      @Nullable String cause,
      long attempts,
      Instant recordedAt,
      Instant parkedAt,
      @Nullable Instant triedAt) {}

  /// @param payload the event as it is stored; what is personal is `hidden`
  record DeadLetterContent(DeadLetter letter, Object payload) {}
}
