package id.antar.infra.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import id.antar.query.projection.FetchPersonKeys;
import id.antar.query.rebuild.ReadEvents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The event store's table, read in ranges of positions by whoever reads much of it.
final class JdbcReadEvents implements ReadEvents {

  private final JdbcClient database;
  private final Serializer serializer;
  private final EventUpcaster upcasters;
  private final FetchPersonKeys keys;

  JdbcReadEvents(
      JdbcClient database, Serializer serializer, EventUpcaster upcasters, FetchPersonKeys keys) {
    this.database = database;
    this.serializer = serializer;
    this.upcasters = upcasters;
    this.keys = keys;
  }

  private record Stored(long position, GenericDomainEventEntry<byte[]> entry) {}

  @Override
  public Stretch read(long after, long upTo, Collection<Class<?>> types, int most) {
    List<Stored> stored = stored(after, upTo, types, most);
    keys.fetchAllIn(
        stored.stream().map(it -> new String(it.entry().getPayload().getData(), UTF_8)).toList());
    List<Placed> events = new ArrayList<>(stored.size());
    stored.forEach(one -> open(one, events::add));
    return new Stretch(events, stored.size() < most ? upTo : stored.getLast().position());
  }

  private List<Stored> stored(long after, long upTo, Collection<Class<?>> types, int most) {
    JdbcClient.StatementSpec question =
        database
            .sql(
                "%s WHERE global_index > ? AND global_index <= ? AND (%s) ORDER BY global_index LIMIT ?"
                    .formatted(EventRows.SELECT, condition(types)))
            .param(after)
            .param(upTo);
    for (Class<?> type : types) {
      if (type != Object.class) {
        question.param(type.getName()).param(type.getName() + "$%");
      }
    }
    return question.param(most).query(JdbcReadEvents::stored).list();
  }

  private static String condition(Collection<Class<?>> types) {
    return types.stream()
        .map(type -> type == Object.class ? "TRUE" : "payload_type = ? OR payload_type LIKE ?")
        .collect(joining(" OR "));
  }

  private static Stored stored(ResultSet row, int number) throws SQLException {
    return new Stored(row.getLong("global_index"), EventRows.entry(row));
  }

  /// Decodes it here, so that who handles it need not; what fails now fails again when it is asked
  /// for, by whom it can be told.
  private void open(Stored stored, Consumer<Placed> events) {
    PlacedEvents.read(stored.entry(), serializer, upcasters)
        .forEach(event -> {
          decode(event);
          events.accept(new Placed(stored.position(), event));
        });
  }

  private static void decode(DomainEventMessage<?> event) {
    try {
      var _ = event.getPayload();
      var _ = event.getMetaData();
    } catch (RuntimeException _) {
      return;
    }
  }
}
