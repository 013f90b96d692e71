package id.antar.infra.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.time.EngineClock;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.servers.DatabaseAddress;
import java.util.List;
import java.util.UUID;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What processors are given to read when places of the log are empty, for a while or for ever.
class GapsIT {
  private static final String TABLE = "gaps_event";

  private final EventSchema schema = StoreConfiguration.schema(TABLE);
  private final EngineClock clock = TestEngine.bean(EngineClock.class);
  private final HikariDataSource reading =
      ConnectionPools.small("gaps", TestEngine.bean(DatabaseAddress.class), 2);
  private final JdbcClient database = JdbcClient.create(reading);
  private final GroupCommit groups = new GroupCommit(reading, schema);
  private PlacedEvents events;

  @BeforeEach
  void makeTable() {
    database.sql("CREATE TABLE " + TABLE + " LIKE domain_event").update();
    Serializer serializer = JacksonSerializer.defaultSerializer();
    events =
        (PlacedEvents)
            new StoreConfiguration()
                .eventStorageEngine(
                    TestEngine.bean(Configuration.class),
                    serializer,
                    serializer,
                    TestEngine.bean(ConnectionProvider.class),
                    TestEngine.bean(TransactionManager.class),
                    schema,
                    reading,
                    groups,
                    clock);
  }

  @AfterEach
  void dropTable() {
    database.sql("DROP TABLE " + TABLE).update();
    reading.close();
  }

  private void store(long place) {
    var _ =
        database
            .sql(
                """
                INSERT INTO %s (global_index, aggregate_id, sequence_number, aggregate_type,
                                event_id, recorded_at, payload_type, payload, meta_data)
                VALUES (?, ?, 0, 'Any', ?, ?, 'any', '{}', '{}')\
                """
                    .formatted(TABLE))
            .params(place, "a-" + place, UUID.randomUUID().toString(), clock.instant().toString())
            .update();
  }

  /// @return where each of the events stands
  private List<Long> read(Reader reader) {
    List<? extends TrackedEventData<?>> found = events.fetchTrackedEvents(reader.at, 100);
    if (!found.isEmpty()) {
      reader.at = found.getLast().trackingToken();
    }
    return found.stream().map(this::place).toList();
  }

  private long place(TrackedEventData<?> event) {
    return database
        .sql("SELECT global_index FROM " + TABLE + " WHERE event_id = ?")
        .param(event.getEventIdentifier())
        .query(Long.class)
        .single();
  }

  private static final class Reader {
    private @Nullable TrackingToken at;

    private GapAwareTrackingToken token() {
      return (GapAwareTrackingToken) requireNonNull(at);
    }
  }

  @Test
  void whatAppearsInAGapIsReadOnceAndTheGapIsClosed() {
    var reader = new Reader();
    store(1);
    store(4);
    assertThat(read(reader)).containsExactly(1L, 4L);
    assertThat(reader.token().getGaps()).containsExactly(2L, 3L);

    store(3);
    store(5);
    assertThat(read(reader)).containsExactly(3L, 5L);
    assertThat(reader.token().getGaps()).containsExactly(2L);
    assertThat(read(reader)).isEmpty();
  }

  @Test
  void placesThatStayEmptyHoldNobodyUp() {
    var reader = new Reader();
    store(1);
    assertThat(read(reader)).containsExactly(1L);

    store(150);
    assertThat(read(reader)).containsExactly(150L);
    store(1_000);
    store(1_001);
    assertThat(read(reader)).containsExactly(1_000L, 1_001L);
    assertThat(reader.token().getGaps()).hasSizeGreaterThan(PlacedEvents.MANY_GAPS);
    store(1_002);
    assertThat(read(reader)).containsExactly(1_002L);
  }
}
