package id.antar.infra.facts;

import id.antar.api.alert.AlertEvent;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.chat.ChatEvent;
import id.antar.api.chat.ConversationId;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderId;
import id.antar.api.payment.PaymentEvent.ChargeMismatched;
import id.antar.api.payment.PaymentEvent.RefundFailed;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.gateway.stream.fact.StoredFacts;
import id.antar.infra.store.EventRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The event store's table, read with each event's index, which the framework keeps to itself.
final class JdbcStoredFacts implements StoredFacts {
  /// Those that may want an eye.
  private static final List<String> PAYMENTS =
      List.of(
          RefundRequested.class.getName(),
          RefundFailed.class.getName(),
          ChargeMismatched.class.getName());

  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final EventRows rows;
  private final ObjectProvider<EventProcessingConfiguration> processing;

  JdbcStoredFacts(
      JdbcClient database,
      TransactionOperations transactions,
      EventRows rows,
      ObjectProvider<EventProcessingConfiguration> processing) {
    this.database = database;
    this.transactions = transactions;
    this.rows = rows;
    this.processing = processing;
  }

  @Override
  public long head() {
    return read(it ->
        it.sql("SELECT COALESCE(MAX(global_index), 0) FROM domain_event")
            .query(Long.class)
            .single());
  }

  @Override
  public long indexOf(String eventId) {
    return read(it ->
        it.sql("SELECT global_index FROM domain_event WHERE event_id = ?")
            .param(eventId)
            .query(Long.class)
            .single());
  }

  @Override
  public Set<Long> present(Collection<Long> indexes) {
    return read(it ->
        new HashSet<>(
            it.sql("SELECT global_index FROM domain_event WHERE global_index IN (:indexes)")
                .param("indexes", indexes)
                .query(Long.class)
                .list()));
  }

  @Override
  public List<StoredFact<OrderEvent>> ofOrder(OrderId id) {
    return of("order:" + id, OrderEvent.class);
  }

  @Override
  public List<StoredFact<ChatEvent>> chatOf(OrderId id) {
    return of("conversation:" + ConversationId.of(id), ChatEvent.class);
  }

  private <E> List<StoredFact<E>> of(String aggregate, Class<E> events) {
    return read(it ->
            it.sql(EventRows.SELECT + " WHERE aggregate_id = ? ORDER BY sequence_number")
                .param(aggregate)
                .query(this::facts)
                .list())
        .stream()
        .flatMap(facts -> facts)
        .map(fact -> new StoredFact<>(fact.index(), events.cast(fact.event()), fact.recordedAt()))
        .toList();
  }

  @Override
  public List<StoredFact<Object>> between(long after, long upTo, Collection<Long> also, int most) {
    return read(it ->
            it.sql(
                    EventRows.SELECT
                        + """
                         WHERE (global_index > :after AND global_index <= :upTo OR global_index IN (:also))
                        AND (payload_type LIKE :orders OR payload_type LIKE :assignments OR payload_type LIKE :chat
                             OR payload_type LIKE :alerts OR payload_type IN (:payments))
                        ORDER BY global_index LIMIT :most\
                        """)
                .param("after", after)
                .param("upTo", upTo)
                .param("also", also.isEmpty() ? List.of(-1L) : also)
                .param("orders", OrderEvent.class.getName() + "$%")
                .param("assignments", AssignmentEvent.class.getName() + "$%")
                .param("chat", ChatEvent.class.getName() + "$%")
                .param("alerts", AlertEvent.class.getName() + "$%")
                .param("payments", PAYMENTS)
                .param("most", most)
                .query(this::facts)
                .list())
        .stream()
        .flatMap(facts -> facts)
        .toList();
  }

  private Stream<StoredFact<Object>> facts(ResultSet row, int number) throws SQLException {
    return rows.events(row, number)
        .map(it ->
            new StoredFact<>(it.position(), it.event().getPayload(), it.event().getTimestamp()));
  }

  @Override
  public OptionalLong begunAfter(String group) {
    return processing
        .getObject()
        .eventProcessorByProcessingGroup(group, StreamingEventProcessor.class)
        .stream()
        .flatMap(it -> it.processingStatus().values().stream())
        .map(EventTrackerStatus::getTrackingToken)
        .mapToLong(JdbcStoredFacts::position)
        .findFirst();
  }

  private static long position(@Nullable TrackingToken token) {
    return token == null ? 0 : Math.max(0, token.position().orElse(0));
  }

  private <T> T read(Function<JdbcClient, T> question) {
    return Objects.requireNonNull(transactions.execute(_ -> question.apply(database)));
  }
}
