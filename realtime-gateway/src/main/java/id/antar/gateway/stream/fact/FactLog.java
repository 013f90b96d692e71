package id.antar.gateway.stream.fact;

import id.antar.gateway.stream.hub.Topic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The recent facts, by topic, and how far the feed has come. Whoever appends and publishes, or
/// looks up and begins to listen, does both [#alone], so that nothing is missed or heard twice in
/// between. A look-up costs what it finds.
///
/// This lock comes before that of an order's track; nothing is read from the store under it.
final class FactLog {

  /// @param cursor what has been heard with this fact
  record Entry(Fact fact, Cursor cursor) {}

  private final int most;
  private final LongSupplier nanoTime;
  private final ArrayDeque<Entry> all = new ArrayDeque<>();
  private final Map<Topic, ArrayDeque<Entry>> byTopic = new HashMap<>();
  private @Nullable Place place;

  /// Later facts are all here.
  private Cursor horizon = Cursor.START;

  /// @param most facts that are kept
  FactLog(int most, LongSupplier nanoTime) {
    this.most = most;
    this.nanoTime = nanoTime;
  }

  synchronized <T> T alone(Supplier<T> work) {
    return work.get();
  }

  synchronized void alone(Runnable work) {
    work.run();
  }

  /// Only the first time counts.
  synchronized void beginAt(Cursor start) {
    if (place == null) {
      place = new Place(start, nanoTime);
      horizon = start;
    }
  }

  synchronized boolean hasBegun() {
    return place != null;
  }

  synchronized boolean hasPassed(long index) {
    return place != null && place.hasPassed(index);
  }

  /// Something stands there, whether it is a fact or not.
  synchronized void pass(long index, long upTo, Collection<Long> open) {
    begun().pass(index, upTo, open);
  }

  /// What has been heard up to now.
  synchronized Cursor position() {
    return begun().cursor();
  }

  synchronized Entry append(Fact fact) {
    var entry = new Entry(fact, position());
    all.addLast(entry);
    for (Topic topic : fact.topics()) {
      byTopic.computeIfAbsent(topic, _ -> new ArrayDeque<>(2)).addLast(entry);
    }
    if (all.size() > most) {
      forget(all.removeFirst());
    }
    return entry;
  }

  private void forget(Entry oldest) {
    horizon = oldest.cursor();
    for (Topic topic : oldest.fact().topics()) {
      byTopic.computeIfPresent(
          topic,
          (_, entries) -> {
            var _ = entries.removeFirst();
            return entries.isEmpty() ? null : entries;
          });
    }
  }

  synchronized Cursor horizon() {
    return horizon;
  }

  /// Whether everything after the cursor is here.
  synchronized boolean covers(Cursor cursor) {
    return cursor.covers(horizon);
  }

  /// What was not heard at the cursor, in the order in which it was published. Goes back no further
  /// than to where all that came before had been heard.
  synchronized List<Entry> after(Cursor cursor, Topic topic) {
    var found = new ArrayList<Entry>();
    Iterator<Entry> newestFirst =
        byTopic.getOrDefault(topic, new ArrayDeque<>()).descendingIterator();
    while (newestFirst.hasNext()) {
      Entry entry = newestFirst.next();
      if (cursor.covers(entry.cursor())) {
        break;
      }
      if (cursor.isBefore(entry.fact().index())) {
        found.add(entry);
      }
    }
    Collections.reverse(found);
    return found;
  }

  private Place begun() {
    if (place == null) {
      throw new IllegalStateException("The feed has not begun.");
    }
    return place;
  }
}
