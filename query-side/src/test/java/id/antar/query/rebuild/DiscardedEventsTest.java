package id.antar.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.ops.OpsEvent.DeadLetterDiscarded;
import id.antar.query.rebuild.ReadEvents.Placed;
import id.antar.query.rebuild.ReadEvents.Stretch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

class DiscardedEventsTest {

  private static final int DISCARDED = 2_500;

  private final DiscardedEvents discarded = new DiscardedEvents(DiscardedEventsTest::read);

  private static Stretch read(long after, long upTo, Collection<Class<?>> types, int most) {
    assertThat(types).containsExactly(DeadLetterDiscarded.class);
    int first = (int) after + 1;
    int end = Math.min(first + most, DISCARDED);
    List<Placed> found = IntStream.range(first, end).mapToObj(DiscardedEventsTest::placed).toList();
    return new Stretch(found, found.size() < most ? upTo : end - 1);
  }

  private static Placed placed(int position) {
    var event =
        new DeadLetterDiscarded(
            "letter-" + position,
            "query.order",
            "event-" + position,
            "Any",
            "A test.",
            Instant.EPOCH);
    return new Placed(
        position,
        new GenericDomainEventMessage<>("DeadLetter", "dead-letter:" + position, 0, event));
  }

  @Test
  void eachThatWasGivenUpIsKnownForItsProcessorAlone() {
    assertThat(discarded.contains("query.order", "event-0")).isTrue();
    assertThat(discarded.contains("query.order", "event-2499")).isTrue();
    assertThat(discarded.contains("query.order", "event-2500")).isFalse();
    assertThat(discarded.contains("query.payment", "event-0")).isFalse();
  }
}
