package id.antar.infra.store;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.time.EngineClock;
import id.antar.command.decider.ProveMemory;
import id.antar.infra.role.Part;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.servers.Servers;
import id.antar.infra.work.Owner;
import id.antar.query.projection.FetchPersonKeys;
import id.antar.query.rebuild.ReadEvents;
import id.antar.query.rebuild.RebuildTurns;
import io.asyncer.r2dbc.mysql.MySqlConnectionFactory;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// Connections, transactions, and the event store on them.
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class StoreConfiguration {
  /// Among others those that are not needed are given back.
  private static final int FEWEST_AMONG_OTHERS = 2;

  private static final Duration GATHER_EVENTS = Duration.ofMillis(4);

  /// How often the end of the log is looked at when nobody tells of a new event. Who is alone is
  /// told of each; what other processes store is found by looking.
  private static final Duration LOOK_ALONE = Duration.ofSeconds(1);

  private static final Duration LOOK_AMONG_OTHERS = Duration.ofMillis(25);

  private static final Duration GAP_TIMEOUT = Duration.ofMinutes(1);

  /// Waits for the server and migrates, so that whoever knows the address finds the schema.
  ///
  /// @param checksRestore whether this engine is there to check what is being restored
  @Bean
  DatabaseAddress databaseAddress(
      Servers servers, @Value("${antar.checks-restore:false}") boolean checksRestore) {
    DatabaseAddress address = servers.database();
    if (!checksRestore) {
      UnfinishedRestore.requireNone(address);
    }
    Schema.migrate(address);
    return address;
  }

  @Bean
  @Primary
  HikariDataSource dataSource(DatabaseAddress address, Part part) {
    int most = Connections.of(part).engine();
    return ConnectionPools.main(address, most, part.alone() ? most : FEWEST_AMONG_OTHERS);
  }

  /// Primary and declared here: the framework's own configuration would otherwise take its event
  /// store for one without transactions, and say nothing.
  @Bean
  @Primary
  JdbcTransactionManager transactionManager(DataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean(destroyMethod = "dispose")
  @Primary
  ConnectionPool connectionFactory(DatabaseAddress address, Part part) {
    return views("views", address, part);
  }

  /// For what people are answered from the views.
  ///
  /// @param readUrl of a copy that follows the database; blank: the database itself
  @Bean(destroyMethod = "dispose", defaultCandidate = false)
  ConnectionPool readersConnections(
      @Value("${antar.mysql.read-url:}") String readUrl,
      ConnectionPool connectionFactory,
      Part part) {
    return readUrl.isBlank()
        ? connectionFactory
        : views("readers", DatabaseAddress.parse(readUrl), part);
  }

  private static ConnectionPool views(String name, DatabaseAddress address, Part part) {
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(
                MySqlConnectionFactory.from(ViewConnections.to(address)))
            .name(name)
            .initialSize(2)
            .maxSize(Connections.of(part).views())
            .maxAcquireTime(Duration.ofSeconds(10))
            .maxIdleTime(Duration.ofMinutes(10))
            .build());
  }

  @Bean
  EventSchema eventSchema() {
    return schema("domain_event");
  }

  static EventSchema schema(String table) {
    return EventSchema.builder()
        .eventTable(table)
        .snapshotTable("snapshot_event")
        .globalIndexColumn("global_index")
        .timestampColumn("recorded_at")
        .eventIdentifierColumn("event_id")
        .aggregateIdentifierColumn("aggregate_id")
        .sequenceNumberColumn("sequence_number")
        .typeColumn("aggregate_type")
        .payloadTypeColumn("payload_type")
        .payloadRevisionColumn("payload_revision")
        .payloadColumn("payload")
        .metaDataColumn("meta_data")
        .build();
  }

  @Bean
  TokenSchema tokenSchema() {
    return TokenSchema.builder()
        .setTokenTable("processor_token")
        .setProcessorNameColumn("processor")
        .setSegmentColumn("segment")
        .setTokenColumn("token")
        .setTokenTypeColumn("token_type")
        .setTimestampColumn("claimed_at")
        .setOwnerColumn("owner")
        .build();
  }

  @Bean
  TokenStore tokenStore(
      ConnectionProvider connections, Serializer serializer, TokenSchema schema, Owner owner) {
    return JdbcTokenStore.builder()
        .connectionProvider(connections)
        .schema(schema)
        .serializer(serializer)
        .nodeId(owner.name())
        .build();
  }

  @Bean
  DeadLetterSchema deadLetterSchema() {
    return DeadLetterSchema.builder()
        .deadLetterTable("dead_letter")
        .deadLetterIdentifierColumn("dead_letter_id")
        .processingGroupColumn("processing_group")
        .sequenceIdentifierColumn("sequence_id")
        .sequenceIndexColumn("sequence_index")
        .messageTypeColumn("message_type")
        .eventIdentifierColumn("event_id")
        .timestampColumn("recorded_at")
        .payloadTypeColumn("payload_type")
        .payloadRevisionColumn("payload_revision")
        .payloadColumn("payload")
        .metaDataColumn("meta_data")
        .aggregateTypeColumn("aggregate_type")
        .aggregateIdentifierColumn("aggregate_id")
        .sequenceNumberColumn("sequence_number")
        .tokenTypeColumn("token_type")
        .tokenColumn("token")
        .enqueuedAtColumn("enqueued_at")
        .lastTouchedColumn("last_touched")
        .processingStartedColumn("processing_started")
        .causeTypeColumn("cause_type")
        .causeMessageColumn("cause_message")
        .diagnosticsColumn("diagnostics")
        .build();
  }

  /// For what only reads the event store.
  @Bean(defaultCandidate = false)
  HikariDataSource readingDataSource(DatabaseAddress address, Part part) {
    return ConnectionPools.small("reading", address, Connections.of(part).reading());
  }

  /// For the one that makes the events of commands durable.
  @Bean(defaultCandidate = false)
  HikariDataSource writingDataSource(DatabaseAddress address) {
    return ConnectionPools.writing(address);
  }

  @Bean
  ReadEvents readEvents(
      @Qualifier("readingDataSource") DataSource reading,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      EventUpcaster upcasters,
      FetchPersonKeys keys) {
    return new JdbcReadEvents(JdbcClient.create(reading), eventSerializer, upcasters, keys);
  }

  @Bean
  RebuildTurns rebuildTurns(@Qualifier("readingDataSource") DataSource reading) {
    return new JdbcRebuildTurns(reading);
  }

  @Bean(initMethod = "start")
  GroupCommit groupCommit(@Qualifier("writingDataSource") DataSource writing, EventSchema schema) {
    return new GroupCommit(writing, schema);
  }

  /// A gap in the sequence is a transaction that may still commit, and is given up after a minute
  /// of real time. The engine measures it by its own clock, which may run faster.
  @Bean
  EventStorageEngine eventStorageEngine(
      Configuration axon,
      Serializer serializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      ConnectionProvider connections,
      TransactionManager transactions,
      EventSchema schema,
      @Qualifier("readingDataSource") DataSource reading,
      GroupCommit groups,
      EngineClock clock) {
    JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder();
    builder
        .snapshotSerializer(serializer)
        .eventSerializer(eventSerializer)
        .upcasterChain(axon.upcasterChain())
        .snapshotFilter(axon.snapshotFilter())
        .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
        .connectionProvider(connections)
        .transactionManager(transactions)
        .schema(schema)
        .readEventDataWithoutGaps(NextEvents::after)
        .readEventDataWithGaps(NextEvents::afterAndIn)
        .extendedGapCheckEnabled(false)
        .gapCleaningThreshold(PlacedEvents.MANY_GAPS)
        .gapTimeout((int) (GAP_TIMEOUT.toMillis() * Math.max(1, clock.speed())));
    return new PlacedEvents(builder, reading, groups);
  }

  /// Who is alone has stored all there is, and remembers it.
  @Bean
  ProveMemory proveMemory(Part part, ObjectProvider<EventStore> events) {
    return part.alone()
        ? ProveMemory.ALONE
        : (aggregate, last) ->
            events.getObject().lastSequenceNumberFor(aggregate).equals(Optional.ofNullable(last));
  }

  /// By the name that the framework's own would have.
  @Bean
  @Qualifier("eventStore")
  GatheringEventStore eventBus(EventStorageEngine events, Configuration axon, Part part) {
    Duration look = part.alone() ? LOOK_ALONE : LOOK_AMONG_OTHERS;
    return new GatheringEventStore(
        GatheringEventStore.builder()
            .storageEngine(events)
            .fetchDelay(look.toMillis())
            .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
            .spanFactory(axon.getComponent(EventBusSpanFactory.class)),
        GATHER_EVENTS);
  }
}
