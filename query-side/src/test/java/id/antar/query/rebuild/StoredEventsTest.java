package id.antar.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.query.rebuild.ReadEvents.Placed;
import id.antar.query.rebuild.ReadEvents.Stretch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoredEventsTest {

  private final List<Long> given = new ArrayList<>();
  private final List<Long> passed = new ArrayList<>();
  private final StoredEvents events =
      new StoredEvents(StoredEventsTest::read, Set.of(String.class));

  @AfterEach
  void close() {
    events.close();
  }

  /// A log of 10,000 positions, each third of which is an event that is wanted.
  private static Stretch read(long after, long upTo, Collection<Class<?>> types, int most) {
    if (upTo > 10_000) {
      throw new IllegalStateException("beyond the end");
    }
    List<Placed> found =
        LongStream.rangeClosed(after + 1, upTo)
            .filter(position -> position % 3 == 0)
            .limit(most)
            .mapToObj(StoredEventsTest::event)
            .toList();
    return new Stretch(found, found.size() < most ? upTo : found.getLast().position());
  }

  private static Placed event(long position) {
    return new Placed(
        position, new GenericDomainEventMessage<>("Source", "s", position, "event " + position));
  }

  private void readTo(long position) {
    events.readTo(
        position,
        (at, message) -> {
          assertThat(message.getPayload()).isEqualTo("event " + at);
          given.add(at);
        },
        passed::add);
  }

  @Test
  void everyEventIsGivenOnceInItsOrder() {
    readTo(7_001);
    readTo(7_001);
    readTo(10_000);

    assertThat(given).isEqualTo(LongStream.rangeClosed(1, 3_333).map(i -> i * 3).boxed().toList());
    assertThat(passed.stream().mapToLong(Long::longValue).sum()).isEqualTo(10_000);
  }

  @Test
  void whatCannotBeReadEndsIt() {
    assertThatThrownBy(() -> readTo(20_000))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("after 0")
        .hasRootCauseMessage("beyond the end");
  }
}
