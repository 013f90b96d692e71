package id.antar.bench.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.antar.command.decider.Memory;
import id.antar.infra.servers.DatabaseAddress;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// The engine with what Axon and Spring Boot would have set up for it: a transaction for each
/// command on the caller's thread, one insert for each event, ten connections that commit by
/// themselves. All else is the engine's own: the database's schema, the JSON, the seals of what is
/// personal, and the memory of merchants, without which each order would read one. It leaves out
/// what the engine does beside, such as timing each message.
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class StockStore {

  @Bean
  @Primary
  HikariDataSource dataSource(DatabaseAddress address) {
    var config = new HikariConfig();
    config.setJdbcUrl(address.jdbcUrl());
    config.setUsername(address.user());
    config.setPassword(address.password());
    return new HikariDataSource(config);
  }

  @Bean
  SimpleCommandBus commandBus(TransactionManager transactions, Configuration axon) {
    var bus = new RememberingBus(SimpleCommandBus.builder().transactionManager(transactions));
    var _ =
        bus.registerHandlerInterceptor(
            new CorrelationDataInterceptor<>(
                axon.correlationDataProviders().toArray(CorrelationDataProvider[]::new)));
    return bus;
  }

  @Bean
  EventStorageEngine eventStorageEngine(
      Configuration axon,
      Serializer serializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      PersistenceExceptionResolver exceptions,
      ConnectionProvider connections,
      TransactionManager transactions,
      EventSchema schema) {
    return JdbcEventStorageEngine.builder()
        .snapshotSerializer(serializer)
        .eventSerializer(eventSerializer)
        .upcasterChain(axon.upcasterChain())
        .snapshotFilter(axon.snapshotFilter())
        .persistenceExceptionResolver(exceptions)
        .connectionProvider(connections)
        .transactionManager(transactions)
        .schema(schema)
        .build();
  }

  private static final class RememberingBus extends SimpleCommandBus {

    RememberingBus(Builder settings) {
      super(settings);
    }

    @Override
    protected <C, R> void handle(
        CommandMessage<C> command,
        MessageHandler<? super CommandMessage<?>> handler,
        CommandCallback<? super C, ? super R> callback) {
      MessageHandler<CommandMessage<?>> remembering =
          message -> Memory.serving(() -> handler.handle(message));
      super.handle(command, remembering, callback);
    }
  }
}
