package id.antar.infra.store;

import id.antar.api.time.IsoInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/// The event store's table, read with each event's position, which the framework keeps to itself.
public record EventRows(Serializer serializer, EventUpcaster upcasters) {

  public static final String SELECT =
      """
      SELECT global_index, aggregate_type, aggregate_id, sequence_number, event_id, recorded_at,
             payload_type, payload_revision, payload, meta_data
      FROM domain_event\
      """;

  public record Positioned(long position, DomainEventMessage<?> event) {}

  /// Mostly one; upcasters may make none or several of what is stored.
  public Stream<Positioned> events(ResultSet row, int number) throws SQLException {
    long position = row.getLong("global_index");
    return PlacedEvents.read(entry(row), serializer, upcasters)
        .map(event -> new Positioned(position, event));
  }

  public static GenericDomainEventEntry<byte[]> entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("aggregate_type"),
        row.getString("aggregate_id"),
        row.getLong("sequence_number"),
        row.getString("event_id"),
        row.getString("recorded_at"),
        row.getString("payload_type"),
        row.getString("payload_revision"),
        row.getBytes("payload"),
        row.getBytes("meta_data"));
  }

  private static final class Entry extends GenericDomainEventEntry<byte[]> {

    private final String recordedAt;

    Entry(
        @Nullable String aggregateType,
        String aggregateId,
        long sequence,
        String eventId,
        String recordedAt,
        String payloadType,
        @Nullable String revision,
        byte[] payload,
        byte[] metaData) {
      super(
          aggregateType,
          aggregateId,
          sequence,
          eventId,
          recordedAt,
          payloadType,
          revision,
          payload,
          metaData);
      this.recordedAt = recordedAt;
    }

    @Override
    public Instant getTimestamp() {
      return IsoInstants.parse(recordedAt);
    }
  }
}
