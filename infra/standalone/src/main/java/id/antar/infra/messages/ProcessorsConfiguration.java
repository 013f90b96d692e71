package id.antar.infra.messages;

import id.antar.api.time.EngineClock;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Event processors, by the first part of their names:
///
/// - `process.…` ties aggregates together: in parallel by aggregate, every event once since the
///   beginning, parked if it cannot be handled;
/// - `query.…` keeps a view: one event after the other, in batches, parked likewise;
/// - `dispatch.live` holds what is going on in memory: from the events that can still matter;
/// - `gateway.stream` tells those who watch: from now on.
@Configuration(proxyBeanMethods = false)
public class ProcessorsConfiguration {
  private static final int PROCESS_SEGMENTS = 4;
  private static final int VIEW_BATCH = 200;

  /// An order and a shift always end within this time.
  private static final Duration LIVE_HISTORY = Duration.ofHours(36);

  @Bean
  ConfigurerModule processors(
      ListableBeanFactory beans, DeadLetters deadLetters, EngineClock clock) {
    return configurer -> {
      EventProcessingConfigurer processing = configurer.eventProcessing();
      processing.usingPooledStreamingEventProcessors();
      processing.registerDefaultDeadLetterPolicy(_ -> new DeadLetterRule());
      processing.registerDeadLetterQueueProvider(deadLetters::forGroup);
      ProcessingGroups.in(beans).forEach(name -> configure(processing, name, clock));
    };
  }

  private static void configure(
      EventProcessingConfigurer processing, String name, EngineClock clock) {
    String prefix = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    switch (prefix) {
      case "process" ->
          processing.registerPooledStreamingEventProcessorConfiguration(
              name,
              threads(name, PROCESS_SEGMENTS, 10)
                  .andThen((_, it) -> it.initialToken(StreamableMessageSource::createTailToken)));
      case "query" ->
          processing.registerPooledStreamingEventProcessorConfiguration(
              name,
              threads(name, 1, VIEW_BATCH)
                  .andThen((_, it) -> it.initialToken(StreamableMessageSource::createTailToken)));
      case "dispatch" -> {
        processing.registerTokenStore(name, _ -> new InMemoryTokenStore());
        processing.registerPooledStreamingEventProcessorConfiguration(
            name,
            threads(name, 1, VIEW_BATCH)
                .andThen(
                    (_, it) ->
                        it.initialToken(
                            source -> source.createTokenAt(clock.instant().minus(LIVE_HISTORY)))));
      }
      case "gateway" -> {
        processing.registerTokenStore(name, _ -> new InMemoryTokenStore());
        processing.registerPooledStreamingEventProcessorConfiguration(
            name,
            threads(name, 1, VIEW_BATCH)
                .andThen((_, it) -> it.initialToken(StreamableMessageSource::createHeadToken)));
      }
      default ->
          throw new IllegalStateException(
              "The processing group "
                  + name
                  + " begins with none of process, query, dispatch, gateway.");
    }
  }

  /// Claims are a matter of real time, whatever the speed of the engine's clock.
  private static Chain threads(String name, int segments, int batch) {
    return (axon, it) -> {
      ScheduledExecutorService workers = pool(segments, "Worker[" + name + "]");
      ScheduledExecutorService coordinator = pool(1, "Coordinator[" + name + "]");
      axon.onShutdown(workers::shutdown);
      axon.onShutdown(coordinator::shutdown);
      return it.workerExecutor(workers)
          .coordinatorExecutor(coordinator)
          .initialSegmentCount(segments)
          .batchSize(batch)
          .clock(Clock.systemUTC());
    };
  }

  private static ScheduledExecutorService pool(int threads, String name) {
    return Executors.newScheduledThreadPool(threads, new AxonThreadFactory(name));
  }

  private interface Chain extends PooledStreamingProcessorConfiguration {
    default Chain andThen(PooledStreamingProcessorConfiguration next) {
      return (axon, it) -> next.apply(axon, apply(axon, it));
    }
  }

  @Bean
  DeadLetters deadLetters(
      ConnectionProvider connections,
      TransactionManager transactions,
      DeadLetterSchema schema,
      Serializer serializer,
      @Qualifier("eventSerializer") Serializer eventSerializer) {
    return new DeadLetters(connections, transactions, schema, serializer, eventSerializer);
  }
}
