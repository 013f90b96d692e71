package id.antar.dispatch.live;

import java.time.Duration;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/// Whether an event processor has handled all that was stored when it was first asked. Compared by
/// position: a token that lists gaps in the sequence covers no token without them, and a processor
/// that began with a replay counts as replaying until something new happens. What may still appear
/// in a gap before that is waited for, but not for long: most gaps stay.
final class CatchUp implements BooleanSupplier {

  private final Supplier<@Nullable TrackingToken> head;
  static final Duration FOR_GAPS = Duration.ofSeconds(2);

  private final Supplier<Collection<EventTrackerStatus>> segments;
  private final LongSupplier nanos;
  private @Nullable Goal goal;

  /// @param position of the store's head at the start, empty for an empty store
  /// @param notedAt in nanoseconds
  private record Goal(OptionalLong position, long notedAt) {}

  CatchUp(
      Supplier<@Nullable TrackingToken> head,
      Supplier<Collection<EventTrackerStatus>> segments,
      LongSupplier nanos) {
    this.head = head;
    this.segments = segments;
    this.nanos = nanos;
  }

  @Override
  public synchronized boolean getAsBoolean() {
    if (goal == null) {
      TrackingToken token = head.get();
      OptionalLong position = token == null ? OptionalLong.empty() : token.position();
      goal = new Goal(position, nanos.getAsLong());
    }
    OptionalLong position = goal.position();
    Collection<EventTrackerStatus> running = segments.get();
    boolean gapsCount = nanos.getAsLong() - goal.notedAt() < FOR_GAPS.toNanos();
    return !running.isEmpty()
        && running.stream()
            .allMatch(it -> hasReached(it, position) && !(gapsCount && hasGaps(it, position)));
  }

  private static boolean hasReached(EventTrackerStatus segment, OptionalLong goal) {
    return !segment.isErrorState()
        && (goal.isEmpty()
            || goal.getAsLong() < 0
            || segment.getCurrentPosition().orElse(-1) >= goal.getAsLong());
  }

  private static boolean hasGaps(EventTrackerStatus segment, OptionalLong goal) {
    return goal.isPresent()
        && WrappedToken.unwrapLowerBound(segment.getTrackingToken())
            instanceof GapAwareTrackingToken token
        && !token.getGaps().headSet(goal.getAsLong()).isEmpty();
  }
}
