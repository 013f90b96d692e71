package id.antar.dispatch.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackerStatus;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;

class CatchUpTest {

  private final AtomicLong nanos = new AtomicLong();
  private TrackingToken handled = token(5);
  private final CatchUp caughtUp =
      new CatchUp(() -> token(8), () -> List.of(status(handled)), nanos::get);

  private static EventTrackerStatus status(TrackingToken token) {
    return new TrackerStatus(Segment.ROOT_SEGMENT, token);
  }

  private static TrackingToken token(long index, long... gaps) {
    Set<Long> all = LongStream.of(gaps).boxed().collect(Collectors.toSet());
    return GapAwareTrackingToken.newInstance(index, all);
  }

  @Test
  void allThatWasStoredIsHandled() {
    assertThat(caughtUp.getAsBoolean()).isFalse();
    handled = token(8);
    assertThat(caughtUp.getAsBoolean()).isTrue();
  }

  /// Another process may have stored it there just before.
  @Test
  void aGapIsWaitedFor() {
    handled = token(9, 7);
    assertThat(caughtUp.getAsBoolean()).isFalse();
    handled = token(9);
    assertThat(caughtUp.getAsBoolean()).isTrue();
  }

  @Test
  void aGapThatStaysIsNotWaitedForForEver() {
    handled = token(9, 7);
    assertThat(caughtUp.getAsBoolean()).isFalse();
    nanos.addAndGet(CatchUp.FOR_GAPS.toNanos());
    assertThat(caughtUp.getAsBoolean()).isTrue();
  }

  @Test
  void whatIsStoredLaterIsNotWaitedFor() {
    handled = token(12, 10);
    assertThat(caughtUp.getAsBoolean()).isTrue();
  }
}
