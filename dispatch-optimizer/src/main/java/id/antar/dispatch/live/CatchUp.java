package id.antar.dispatch.live;

import java.util.Collection;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/// Whether an event processor has handled all that was stored when it was first asked. Compared by
/// position: a token that lists gaps in the sequence covers no token without them, and a processor
/// that began with a replay counts as replaying until something new happens.
final class CatchUp implements BooleanSupplier {

  private final Supplier<@Nullable TrackingToken> head;
  private final Supplier<Collection<EventTrackerStatus>> segments;
  private @Nullable Goal goal;

  /// @param position of the store's head at the start, empty for an empty store
  private record Goal(OptionalLong position) {}

  CatchUp(
      Supplier<@Nullable TrackingToken> head, Supplier<Collection<EventTrackerStatus>> segments) {
    this.head = head;
    this.segments = segments;
  }

  @Override
  public synchronized boolean getAsBoolean() {
    if (goal == null) {
      TrackingToken token = head.get();
      goal = new Goal(token == null ? OptionalLong.empty() : token.position());
    }
    OptionalLong position = goal.position();
    Collection<EventTrackerStatus> running = segments.get();
    return !running.isEmpty() && running.stream().allMatch(s -> hasReached(s, position));
  }

  private static boolean hasReached(EventTrackerStatus segment, OptionalLong goal) {
    return !segment.isErrorState()
        && (goal.isEmpty()
            || goal.getAsLong() < 0
            || segment.getCurrentPosition().orElse(-1) >= goal.getAsLong());
  }
}
