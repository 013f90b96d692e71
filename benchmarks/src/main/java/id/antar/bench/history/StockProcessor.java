package id.antar.bench.history;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.antar.bench.history.Machine.Used;
import id.antar.infra.servers.DatabaseAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.GenericTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.MySqlEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// Axon's tracking event processor as it comes, with its own event and token tables beside the
/// engine's, on the same server. What it reads is written by the engine's own serializer.
final class StockProcessor implements AutoCloseable {

  private static final String NAME = "orders";

  private final HikariDataSource dataSource;
  private final JdbcTemplate database;
  private final TransactionManager transactions;
  private final JdbcEventStorageEngine events;
  private final TokenStore tokens;
  private final StockOrders handler;

  StockProcessor(DatabaseAddress address, Serializer serializer, JsonMapper json) {
    var config = new HikariConfig();
    config.setJdbcUrl(address.jdbcUrl());
    config.setUsername(address.user());
    config.setPassword(address.password());
    dataSource = new HikariDataSource(config);
    database = new JdbcTemplate(dataSource);
    transactions = new SpringTransactionManager(new JdbcTransactionManager(dataSource));
    ConnectionProvider connections =
        new UnitOfWorkAwareConnectionProviderWrapper(
            new SpringDataSourceConnectionProvider(dataSource));
    events =
        JdbcEventStorageEngine.builder()
            .eventSerializer(serializer)
            .snapshotSerializer(serializer)
            .connectionProvider(connections)
            .transactionManager(transactions)
            .build();
    JdbcTokenStore store =
        JdbcTokenStore.builder().connectionProvider(connections).serializer(serializer).build();
    tokens = store;
    handler = new StockOrders(database, json);
    Stream.of("DomainEventEntry", "SnapshotEventEntry", "TokenEntry", "stock_order")
        .forEach(table -> database.execute("DROP TABLE IF EXISTS " + table));
    events.createSchema(MySqlEventTableFactory.INSTANCE);
    transactions.executeInTransaction(() -> store.createSchema(GenericTokenTableFactory.INSTANCE));
  }

  JdbcEventStorageEngine events() {
    return events;
  }

  TransactionManager transactions() {
    return transactions;
  }

  /// @param rate events a second
  record Measured(double rate, String used) {}

  /// From the first event on, into an empty table; counts what it handles in `seconds`, after so
  /// many to warm up.
  Measured measure(int batch, int warmUpSeconds, int seconds) {
    database.execute("DROP TABLE IF EXISTS stock_order");
    database.execute(StockOrders.TABLE);
    database.execute("DELETE FROM TokenEntry");
    EmbeddedEventStore store = EmbeddedEventStore.builder().storageEngine(events).build();
    TrackingEventProcessor processor =
        TrackingEventProcessor.builder()
            .name(NAME)
            .eventHandlerInvoker(SimpleEventHandlerInvoker.builder().eventHandlers(handler).build())
            .messageSource(store)
            .tokenStore(tokens)
            .transactionManager(transactions)
            .trackingEventProcessorConfiguration(
                TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                    .andBatchSize(batch))
            .build();
    processor.start();
    try {
      pause(warmUpSeconds);
      long before = position(processor);
      Used used = Used.now();
      long began = System.nanoTime();
      pause(seconds);
      long handled = position(processor) - before;
      double rate = (double) handled / ((System.nanoTime() - began) / 1e9);
      return new Measured(rate, Used.now().since(used, (double) handled));
    } finally {
      processor.shutDown();
      store.shutDown();
    }
  }

  private static long position(TrackingEventProcessor processor) {
    EventTrackerStatus status = processor.processingStatus().get(0);
    if (status == null || status.isErrorState() || status.isCaughtUp()) {
      throw new IllegalStateException("The stock processor failed or came to the end: " + status);
    }
    return status.getCurrentPosition().orElse(0);
  }

  private static void pause(int seconds) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
