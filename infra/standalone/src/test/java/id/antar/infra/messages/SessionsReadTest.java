package id.antar.infra.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackerStatus;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionsReadTest {

  private final AtomicReference<@Nullable TrackingToken> head = new AtomicReference<>();
  private final List<EventTrackerStatus> segments = new ArrayList<>();
  private final SessionsRead read = new SessionsRead(head::get, () -> segments, Runnable::run);

  private void readTo(long position) {
    segments.clear();
    segments.add(
        new TrackerStatus(Segment.ROOT_SEGMENT, new GlobalSequenceTrackingToken(position)));
  }

  @Test
  void whereThereIsNoEventThereIsNoneToRead() {
    assertThat(read.asOfTheStart()).isTrue();
  }

  @Test
  void allThatWasThereAtFirstHasToBeRead() {
    head.set(new GlobalSequenceTrackingToken(7));
    assertThat(read.asOfTheStart()).isFalse();

    readTo(6);
    assertThat(read.asOfTheStart()).isFalse();

    head.set(new GlobalSequenceTrackingToken(70));
    readTo(7);
    assertThat(read.asOfTheStart()).isTrue();
  }
}
