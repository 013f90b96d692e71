package id.antar.gateway.stream.fact;

import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/// Finds each event's own index. A token says how far the reader has come, which is the same only
/// while it goes forward; where an event fills a gap, or comes again, the store is asked.
final class Steps {

  /// @param upTo the highest index that was read so far
  /// @param open what was not visible below that
  record Step(long index, long upTo, SortedSet<Long> open) {}

  private final StoredFacts store;
  private @Nullable GapAwareTrackingToken last;

  Steps(StoredFacts store) {
    this.store = store;
  }

  Step next(EventMessage<?> message) {
    GapAwareTrackingToken token = token(message);
    boolean forward = last != null && token.getIndex() > last.getIndex();
    long index = forward ? token.getIndex() : store.indexOf(message.getIdentifier());
    last = token;
    return new Step(index, token.getIndex(), new TreeSet<>(token.getGaps()));
  }

  /// What had been heard before the first step.
  Cursor start(Step first) {
    OptionalLong begun = store.begunAfter(FactFeed.GROUP);
    long index = begun.orElse(first.index() - 1);
    return begun.isPresent()
        ? new Cursor(index, List.of())
        : new Cursor(index, List.copyOf(first.open().headSet(index).reversed()));
  }

  private static GapAwareTrackingToken token(EventMessage<?> message) {
    if (message instanceof TrackedEventMessage<?> tracked) {
      return WrappedToken.unwrap(tracked.trackingToken(), GapAwareTrackingToken.class)
          .orElseThrow(() -> new IllegalStateException("Not a place in an event store with gaps."));
    }
    throw new IllegalStateException("An event without a place in the event store.");
  }
}
