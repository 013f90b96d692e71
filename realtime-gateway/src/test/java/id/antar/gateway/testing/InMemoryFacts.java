package id.antar.gateway.testing;

import id.antar.api.chat.ChatEvent;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderId;
import id.antar.gateway.stream.fact.StoredFacts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/// An event store without a database, whose transactions commit in whatever order a test wants.
public final class InMemoryFacts implements StoredFacts {

  private final TreeMap<Long, StoredFact<Object>> stored = new TreeMap<>();
  private long read;

  /// Recorded now, with the next index.
  public TrackedEventMessage<?> add(Object event) {
    return add(head() + 1, event);
  }

  /// Recorded with that index, which may lie below others; as the feed's processor hands it over.
  public synchronized TrackedEventMessage<?> add(long index, Object event) {
    stored.put(index, new StoredFact<>(index, event, Samples.NOON));
    read = Math.max(read, index);
    return message(index, event);
  }

  /// An event that comes again.
  public synchronized TrackedEventMessage<?> again(long index) {
    return message(index, Objects.requireNonNull(stored.get(index)).event());
  }

  private TrackedEventMessage<?> message(long index, Object event) {
    List<Long> gaps =
        LongStream.range(1, read).filter(it -> !stored.containsKey(it)).boxed().toList();
    return new GenericTrackedEventMessage<>(
        GapAwareTrackingToken.newInstance(read, gaps),
        new GenericEventMessage<>(Long.toString(index), event, Map.of(), Samples.NOON));
  }

  @Override
  public synchronized long head() {
    return stored.isEmpty() ? 0 : stored.lastKey();
  }

  @Override
  public long indexOf(String eventId) {
    return Long.parseLong(eventId);
  }

  @Override
  public synchronized Set<Long> present(Collection<Long> indexes) {
    return indexes.stream().filter(stored::containsKey).collect(Collectors.toSet());
  }

  @Override
  public synchronized List<StoredFact<OrderEvent>> ofOrder(OrderId id) {
    return stored.values().stream()
        .filter(it -> it.event() instanceof OrderEvent e && e.orderId().equals(id))
        .map(it -> new StoredFact<>(it.index(), (OrderEvent) it.event(), it.recordedAt()))
        .toList();
  }

  @Override
  public synchronized List<StoredFact<ChatEvent>> chatOf(OrderId id) {
    return stored.values().stream()
        .filter(it -> it.event() instanceof ChatEvent e && e.orderId().equals(id))
        .map(it -> new StoredFact<>(it.index(), (ChatEvent) it.event(), it.recordedAt()))
        .toList();
  }

  @Override
  public synchronized List<StoredFact<Object>> between(
      long after, long upTo, Collection<Long> also, int most) {
    return stored.values().stream()
        .filter(it -> (it.index() > after && it.index() <= upTo) || also.contains(it.index()))
        .limit(most)
        .toList();
  }

  @Override
  public OptionalLong begunAfter(String group) {
    return OptionalLong.of(0);
  }
}
