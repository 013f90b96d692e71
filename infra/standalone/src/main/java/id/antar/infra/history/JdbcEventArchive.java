package id.antar.infra.history;

import id.antar.api.audit.AuditEvent.AccessRefused;
import id.antar.api.history.HistoryQuery.HistoryEvent;
import id.antar.api.message.InvalidQuery;
import id.antar.infra.store.EventRows;
import id.antar.query.history.EventArchive;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The event store as history reads it: its table, and an aggregate's events by the store itself.
final class JdbcEventArchive implements EventArchive {

  /// A courier's of some years; what has more is not folded while somebody waits.
  private static final int MOST_OF_ONE = 50_000;

  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final EventRows rows;
  private final ShownEvents shown;
  private final WholeIndex index;
  private final ObjectProvider<EventStore> events;

  JdbcEventArchive(
      JdbcClient database,
      TransactionOperations transactions,
      EventRows rows,
      ShownEvents shown,
      WholeIndex index,
      ObjectProvider<EventStore> events) {
    this.database = database;
    this.transactions = transactions;
    this.rows = rows;
    this.shown = shown;
    this.index = index;
    this.events = events;
  }

  @Override
  public long settled() {
    return index.upTo();
  }

  @Override
  public List<HistoryEvent> events(List<Long> positions, boolean personal) {
    if (positions.isEmpty()) {
      return List.of();
    }
    Map<Long, List<HistoryEvent>> found = new HashMap<>();
    read(it ->
            it.sql(EventRows.SELECT + " WHERE global_index IN (:positions)")
                .param("positions", positions)
                .query((row, _) -> shown.of(row, personal))
                .list())
        .forEach(some -> some.forEach(event -> add(found, event)));
    return positions.stream()
        .flatMap(position -> found.getOrDefault(position, List.of()).stream())
        .toList();
  }

  private static void add(Map<Long, List<HistoryEvent>> found, HistoryEvent event) {
    found.merge(
        event.position(),
        List.of(event),
        (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
  }

  @Override
  public List<Stored> ofAggregates(Collection<String> sources) {
    List<Stored> found =
        read(it ->
                it.sql(
                        EventRows.SELECT
                            + " WHERE aggregate_id IN (:sources) ORDER BY global_index LIMIT :most")
                    .param("sources", sources)
                    .param("most", MOST_OF_ONE + 1)
                    .query(rows::events)
                    .list())
            .stream()
            .flatMap(some -> some)
            .map(it -> new Stored(it.position(), it.event()))
            .toList();
    if (found.size() > MOST_OF_ONE) {
      throw new InvalidQuery("It has more than " + MOST_OF_ONE + " events.");
    }
    return found;
  }

  @Override
  public Map<String, Origin> origins(Collection<String> eventIds) {
    Map<String, Origin> origins = new HashMap<>();
    if (!eventIds.isEmpty()) {
      stored(eventIds).forEach(stored -> origins.put(stored.eventId(), stored.origin()));
    }
    return origins;
  }

  private List<StoredOrigin> stored(Collection<String> eventIds) {
    return read(it ->
        it.sql(
                """
                SELECT event_id, global_index, payload_type, aggregate_id, sequence_number, meta_data,
                  IF(payload_type = :refused, payload, NULL) AS refused
                FROM domain_event WHERE event_id IN (:ids)\
                """)
            .param("refused", AccessRefused.class.getName())
            .param("ids", eventIds)
            .query((row, _) -> StoredOrigin.of(row, rows.serializer()))
            .list());
  }

  @Override
  public List<EventMessage<?>> history(String source, long upTo) {
    return events
        .getObject()
        .readEvents(source, 0)
        .asStream()
        .takeWhile(event -> event.getSequenceNumber() <= upTo)
        .<EventMessage<?>>map(DomainEventMessage.class::cast)
        .toList();
  }

  private <T> T read(Function<JdbcClient, T> question) {
    return Objects.requireNonNull(transactions.execute(_ -> question.apply(database)));
  }
}
