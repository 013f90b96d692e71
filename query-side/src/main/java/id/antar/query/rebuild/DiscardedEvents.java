package id.antar.query.rebuild;

import id.antar.api.ops.OpsEvent.DeadLetterDiscarded;
import id.antar.query.rebuild.ReadEvents.Placed;
import id.antar.query.rebuild.ReadEvents.Stretch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Events that somebody gave up for good: the live processor went on without them, and so does a
/// rebuild. Looked up only when one cannot be folded.
final class DiscardedEvents {

  private static final int AT_ONCE = 1_000;

  private record Discarded(String processor, String eventId) {}

  private final ReadEvents events;
  private @Nullable Set<Discarded> known;

  DiscardedEvents(ReadEvents events) {
    this.events = events;
  }

  boolean contains(String processor, String eventId) {
    Set<Discarded> all = known;
    if (all == null) {
      all = read();
      known = all;
    }
    return all.contains(new Discarded(processor, eventId));
  }

  private Set<Discarded> read() {
    Set<Discarded> found = new HashSet<>();
    long read = -1;
    Stretch stretch;
    do {
      stretch = events.read(read, Long.MAX_VALUE, List.of(DeadLetterDiscarded.class), AT_ONCE);
      for (Placed placed : stretch.events()) {
        if (placed.message().getPayload() instanceof DeadLetterDiscarded event) {
          found.add(new Discarded(event.processor(), event.eventId()));
        }
      }
      read = stretch.reached();
    } while (read < Long.MAX_VALUE);
    return found;
  }
}
