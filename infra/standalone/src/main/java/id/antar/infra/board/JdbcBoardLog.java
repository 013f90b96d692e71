package id.antar.infra.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.axonframework.common.DateTimeUtils.formatInstant;

import id.antar.infra.store.PlacedEvents;
import id.antar.query.board.BoardLog;
import id.antar.query.projection.FetchPersonKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The event store's table, read by places.
final class JdbcBoardLog implements BoardLog {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcBoardLog.class);

  /// Events are recorded nearly in the order of their places: so many of the latest are looked at
  /// for the last place.
  private static final int OUT_OF_ORDER = 1_000;

  private static final String MARKER = "SELECT global_index, recorded_at FROM domain_event ";

  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final Serializer serializer;
  private final EventUpcaster upcasters;
  private final FetchPersonKeys keys;

  JdbcBoardLog(
      JdbcClient database,
      TransactionOperations transactions,
      Serializer serializer,
      EventUpcaster upcasters,
      FetchPersonKeys keys) {
    this.database = database;
    this.transactions = transactions;
    this.serializer = serializer;
    this.upcasters = upcasters;
    this.keys = keys;
  }

  @Override
  public Optional<Marker> first() {
    return marker(it -> it.sql(MARKER + "ORDER BY global_index LIMIT 1"));
  }

  @Override
  public Optional<Marker> head() {
    return marker(it -> it.sql(MARKER + "ORDER BY global_index DESC LIMIT 1"));
  }

  @Override
  public Optional<Marker> lastUpTo(long position) {
    return marker(it ->
        it.sql(MARKER + "WHERE global_index <= ? ORDER BY global_index DESC LIMIT 1")
            .param(position));
  }

  @Override
  public Optional<Marker> lastUpTo(Instant at) {
    return marker(it ->
        it.sql(
                """
                SELECT global_index, recorded_at FROM
                  (SELECT global_index, recorded_at FROM domain_event WHERE recorded_at <= ?
                   ORDER BY recorded_at DESC LIMIT ?) latest
                ORDER BY global_index DESC LIMIT 1\
                """)
            .param(formatInstant(at))
            .param(OUT_OF_ORDER));
  }

  private Optional<Marker> marker(Function<JdbcClient, JdbcClient.StatementSpec> question) {
    return read(it -> question.apply(it).query(JdbcBoardLog::marker).optional());
  }

  private static Marker marker(ResultSet row, int number) throws SQLException {
    return new Marker(row.getLong(1), Instant.parse(row.getString(2)));
  }

  private record Stored(long position, GenericDomainEventEntry<byte[]> entry) {}

  /// The places are looked up first: of events that are none of the board's, which may be large,
  /// only the type is read.
  @Override
  public Stretch read(long after, long upTo, Collection<Class<?>> types, int most) {
    String wanted = types.stream().map(_ -> "payload_type LIKE ?").collect(joining(" OR "));
    List<Stored> stored =
        read(it -> {
          JdbcClient.StatementSpec question =
              it.sql(
                      """
                      SELECT e.global_index, aggregate_type, aggregate_id, sequence_number, event_id, recorded_at,
                             payload_type, payload_revision, payload, meta_data
                      FROM (SELECT global_index FROM domain_event
                            WHERE global_index > ? AND global_index <= ? AND (%s)
                            ORDER BY global_index LIMIT ?) wanted
                      JOIN domain_event e ON e.global_index = wanted.global_index ORDER BY e.global_index\
                      """
                          .formatted(wanted))
                  .param(after)
                  .param(upTo);
          types.forEach(type -> question.param(type.getName() + "$%"));
          return question.param(most).query(JdbcBoardLog::stored).list();
        });
    keys.fetchAllIn(
        stored.stream().map(it -> new String(it.entry().getPayload().getData(), UTF_8)).toList());
    return new Stretch(
        stored.stream().flatMap(this::opened).toList(),
        stored.size() < most ? upTo : stored.getLast().position());
  }

  private static Stored stored(ResultSet row, int number) throws SQLException {
    return new Stored(
        row.getLong("global_index"),
        new GenericDomainEventEntry<>(
            row.getString("aggregate_type"),
            row.getString("aggregate_id"),
            row.getLong("sequence_number"),
            row.getString("event_id"),
            row.getString("recorded_at"),
            row.getString("payload_type"),
            row.getString("payload_revision"),
            row.getBytes("payload"),
            row.getBytes("meta_data")));
  }

  /// Mostly one; upcasters may make none or several of what is stored.
  private Stream<Entry> opened(Stored stored) {
    var entries = new ArrayList<Entry>();
    try {
      PlacedEvents.read(stored.entry(), serializer, upcasters)
          .forEach(event -> entries.add(entry(stored.position(), event)));
    } catch (RuntimeException e) {
      LOG.error("The board cannot read the event at {}.", stored.position(), e);
    }
    return entries.stream();
  }

  private static Entry entry(long position, DomainEventMessage<?> event) {
    return new Entry(position, event.getTimestamp(), event.getPayload());
  }

  private <T> T read(Function<JdbcClient, T> question) {
    return Objects.requireNonNull(transactions.execute(_ -> question.apply(database)));
  }
}
