package id.antar.infra.messages;

import id.antar.gateway.identity.KnowEndedSessions;
import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/// Knows whether the processor of ended sessions has come to where the events ended when it was
/// asked first. While it fails it has not. Never waits.
final class SessionsRead implements KnowEndedSessions {

  private final Supplier<@Nullable TrackingToken> head;
  private final Supplier<Collection<EventTrackerStatus>> segments;
  private final Executor reader;
  private final AtomicBoolean looking = new AtomicBoolean();

  /// Before the first event it is -1.
  private volatile @Nullable Long goal;

  /// @param head asks the event store
  /// @param reader on which it is asked
  SessionsRead(
      Supplier<@Nullable TrackingToken> head,
      Supplier<Collection<EventTrackerStatus>> segments,
      Executor reader) {
    this.head = head;
    this.segments = segments;
    this.reader = reader;
  }

  @Override
  public boolean asOfTheStart() {
    if (goal == null && looking.compareAndSet(false, true)) {
      reader.execute(this::look);
    }
    Long end = goal;
    return end != null && (end < 0 || isReadTo(end));
  }

  /// If it fails, the next who asks has it tried again.
  private void look() {
    try {
      TrackingToken token = head.get();
      goal = token == null ? -1 : token.position().orElse(-1);
    } finally {
      looking.set(false);
    }
  }

  private boolean isReadTo(long end) {
    Collection<EventTrackerStatus> read = segments.get();
    return !read.isEmpty()
        && read.stream().allMatch(it -> it.getCurrentPosition().orElse(-1) >= end);
  }
}
