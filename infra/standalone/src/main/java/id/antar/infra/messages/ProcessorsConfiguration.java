package id.antar.infra.messages;

import id.antar.api.time.EngineClock;
import id.antar.gateway.identity.KnowEndedSessions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor.Builder;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Event processors, by the first part of their names:
///
/// - `process.…` ties aggregates together: every event since the beginning, parked if it cannot be
///   handled; what orders wait for in parallel by the process's own order. A database that was made
///   with more segments keeps them;
/// - `query.…` keeps a view: one event after the other, in batches, parked likewise;
/// - `dispatch.learned` learns from every event since the beginning, once, in batches;
/// - `dispatch.live` holds what is going on in memory: from the events that can still matter;
/// - `engine.…` keeps this process's own memory up to date, from the start of the engine on;
/// - `gateway.stream` tells those who watch: from a little before, so that those who come back
///   after a restart are told from memory what they missed. What it cannot tell it tries again;
/// - `gateway.sessions` knows which sessions and keys are over, and closes what they opened: from
///   as long ago as a token of one may be good.
@Configuration(proxyBeanMethods = false)
public class ProcessorsConfiguration {
  /// Those that wait for the commands they send.
  private static final Set<String> PARALLEL = Set.of("process.payment", "process.fulfilment");

  private static final int PARALLEL_SEGMENTS = 4;
  private static final int PROCESS_BATCH = 10;
  private static final int VIEW_BATCH = 200;

  /// An order and a shift always end within this time.
  private static final Duration LIVE_HISTORY = Duration.ofHours(36);

  /// Of real time: no access token of an ended session is good for longer.
  private static final Duration ENDED_SESSIONS = Duration.ofMinutes(65);

  private static final Duration GATHER = Duration.ofMillis(40);
  private static final Duration GATHER_FOR_VIEWS = Duration.ofMillis(20);
  private static final Duration STREAM_HISTORY = Duration.ofMinutes(15);

  @Bean
  PromptEvents promptEvents(EventStore events) {
    return new PromptEvents(events, Duration.ZERO);
  }

  @Bean
  PromptEvents gatheredEvents(EventStore events) {
    return new PromptEvents(events, GATHER);
  }

  @Bean
  PromptEvents eventsForViews(EventStore events) {
    return new PromptEvents(events, GATHER_FOR_VIEWS);
  }

  /// Who tells those that watch is told of each event at once, all others of some together; views
  /// sooner than what drives an order on, because people look at them.
  @Bean
  ConfigurerModule processors(
      EngineClock clock,
      @Qualifier("promptEvents") ObjectProvider<PromptEvents> prompt,
      @Qualifier("gatheredEvents") ObjectProvider<PromptEvents> gathered,
      @Qualifier("eventsForViews") ObjectProvider<PromptEvents> forViews,
      ObjectProvider<MeterRegistry> meters) {
    return configurer ->
        configurer
            .eventProcessing()
            .registerDefaultHandlerInterceptor((_, name) -> watching(name, clock, meters))
            .registerDefaultHandlerInterceptor((_, _) -> new LaterStaysParked())
            .usingPooledStreamingEventProcessors(
                byName(
                    clock,
                    name ->
                        switch (prefix(name)) {
                          case "gateway." -> prompt;
                          case "query." -> forViews;
                          default -> gathered;
                        }))
            .registerListenerInvocationErrorHandler(
                "gateway.stream", _ -> new UnreadableIsSkipped());
  }

  private static MessageHandlerInterceptor<? super EventMessage<?>> watching(
      String processor, EngineClock clock, ObjectProvider<MeterRegistry> meters) {
    if (processor.equals("gateway.stream")) {
      return EventLag.ofStream(clock, meters.getObject());
    }
    return switch (prefix(processor)) {
      case "query." -> EventLag.ofView(clock, meters.getObject(), processor);
      case "process." -> new LoggedTrail();
      default -> (_, chain) -> chain.proceed();
    };
  }

  private static PooledStreamingProcessorConfiguration byName(
      EngineClock clock, Function<String, ObjectProvider<PromptEvents>> events) {
    return (axon, builder) -> {
      String name = builder.name();
      boolean process = name.startsWith("process.");
      int segments = PARALLEL.contains(name) ? PARALLEL_SEGMENTS : 1;
      // Of an older database it may have as many segments as those.
      ScheduledExecutorService workers = pool(process ? PARALLEL_SEGMENTS : 1, "Worker", name);
      ScheduledExecutorService coordinator = pool(1, "Coordinator", name);
      axon.onShutdown(workers::shutdown);
      axon.onShutdown(coordinator::shutdown);
      builder
          .messageSource(lettingGo(name, events.apply(name).getObject()))
          .workerExecutor(workers)
          .coordinatorExecutor(coordinator)
          .initialSegmentCount(segments)
          .batchSize(process ? PROCESS_BATCH : VIEW_BATCH)
          // Claims are a matter of real time, whatever the speed of the engine's clock.
          .clock(Clock.systemUTC());
      return starting(builder, name, clock);
    };
  }

  private static Builder starting(Builder builder, String name, EngineClock clock) {
    if (name.equals("dispatch.learned")) {
      return builder.initialToken(StreamableMessageSource::createTailToken);
    }
    if (name.equals("gateway.sessions")) {
      Duration history = ENDED_SESSIONS.multipliedBy((long) Math.ceil(Math.max(1, clock.speed())));
      return builder
          .tokenStore(new InMemoryTokenStore())
          .initialToken(it -> it.createTokenAt(clock.instant().minus(history)));
    }
    return switch (prefix(name)) {
      case "process.", "query." -> builder.initialToken(StreamableMessageSource::createTailToken);
      case "dispatch." ->
          builder
              .tokenStore(new InMemoryTokenStore())
              .initialToken(it -> it.createTokenAt(clock.instant().minus(LIVE_HISTORY)));
      case "engine." ->
          builder
              .tokenStore(new InMemoryTokenStore())
              .initialToken(StreamableMessageSource::createHeadToken);
      case "gateway." ->
          builder
              .tokenStore(new InMemoryTokenStore())
              .initialToken(it -> it.createTokenAt(clock.instant().minus(STREAM_HISTORY)));
      default ->
          throw new IllegalStateException(
              "The processing group "
                  + name
                  + " is none of process, query, dispatch, engine, gateway.");
    };
  }

  /// Those whose place in the log is in the database: what one passes is passed for all processes.
  private static StreamableMessageSource<TrackedEventMessage<?>> lettingGo(
      String name, PromptEvents events) {
    if (DeadLetters.areKeptFor(name)) {
      return new LettingGo(events, name, LettingGo.PATIENCE, Clock.systemUTC());
    }
    return name.equals("dispatch.learned")
        ? new LettingGo(events, name, LettingGo.FOR_EVER, Clock.systemUTC())
        : events;
  }

  /// With its dot.
  private static String prefix(String name) {
    return name.substring(0, name.indexOf('.') + 1);
  }

  private static ScheduledExecutorService pool(int threads, String kind, String name) {
    return Executors.newScheduledThreadPool(
        threads, new AxonThreadFactory(kind + "[" + name + "]"));
  }

  @Bean
  KnowEndedSessions sessionsRead(
      EventStore events, ObjectProvider<EventProcessingConfiguration> processing) {
    return new SessionsRead(
        events::createHeadToken,
        () ->
            processing
                .getObject()
                .eventProcessor("gateway.sessions", StreamingEventProcessor.class)
                .<Collection<EventTrackerStatus>>map(it -> it.processingStatus().values())
                .orElse(List.of()),
        Thread::startVirtualThread);
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
