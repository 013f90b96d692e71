package id.antar.query.history;

import id.antar.api.history.EventFilter;
import id.antar.api.history.HistoryQuery.HistoryEvent;
import id.antar.api.history.HistoryQuery.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/// A log that a test writes, and its index.
public final class InMemoryHistory implements EventArchive, EventIndex {

  private final List<Stored> log = new ArrayList<>();
  private final List<Range> asked = new ArrayList<>();
  private long settled = Long.MAX_VALUE;

  public InMemoryHistory append(
      long position, String source, long sequence, Instant recordedAt, Object event) {
    log.add(
        new Stored(
            position,
            new GenericDomainEventMessage<>(
                "type",
                source,
                sequence,
                event,
                MetaData.emptyInstance(),
                "event-" + position,
                recordedAt)));
    return this;
  }

  InMemoryHistory settledUpTo(long position) {
    settled = position;
    return this;
  }

  List<Range> asked() {
    return asked;
  }

  @Override
  public long settled() {
    return settled;
  }

  @Override
  public List<HistoryEvent> events(List<Long> positions, boolean personal) {
    return positions.stream().map(InMemoryHistory::event).toList();
  }

  private static HistoryEvent event(long position) {
    return new HistoryEvent(
        position,
        "event-" + position,
        "type",
        "1",
        "kind",
        "id",
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        null,
        null,
        null,
        Map.of());
  }

  @Override
  public List<Stored> ofAggregates(Collection<String> sources) {
    return log.stream()
        .filter(stored -> sources.contains(stored.message().getAggregateIdentifier()))
        .sorted(Comparator.comparing(Stored::position))
        .toList();
  }

  @Override
  public Map<String, Origin> origins(Collection<String> eventIds) {
    return Map.of();
  }

  @Override
  public List<EventMessage<?>> history(String source, long upTo) {
    return List.of();
  }

  @Override
  public CompletableFuture<Range> range(EventFilter filter) {
    long after = filter.after() == null ? 0 : filter.after();
    return CompletableFuture.completedFuture(Range.ALL.after(after));
  }

  @Override
  public CompletableFuture<List<Long>> find(
      EventFilter filter, Range range, Order order, int limit) {
    asked.add(range);
    Comparator<Long> sorting =
        order == Order.OLDEST_FIRST ? Comparator.naturalOrder() : Comparator.reverseOrder();
    return CompletableFuture.completedFuture(
        log.stream()
            .map(Stored::position)
            .filter(position -> position > range.after() && position <= range.upTo())
            .sorted(sorting)
            .limit(limit)
            .toList());
  }
}
