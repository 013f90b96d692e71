package id.antar.infra.messages;

import id.antar.api.message.MetaKeys;
import id.antar.api.time.EngineClock;
import id.antar.infra.personal.ForgottenPersons;
import id.antar.infra.personal.MessageJson;
import id.antar.infra.upcasting.Upcasters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.LoggingQueryInvocationErrorHandler;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryBusSpanFactory;
import org.axonframework.queryhandling.QueryInvocationErrorHandler;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The buses, and how what travels on them is written and marked.
@Configuration(proxyBeanMethods = false)
public class MessagesConfiguration {
  /// More than there are connections: most of them wait for the disk, which takes none.
  private static final int COMMAND_THREADS = 64;

  private static final int COMMAND_QUEUE = 5_000;

  private static final Duration COMMANDS_END_WITHIN = Duration.ofSeconds(5);

  @Bean
  RevisionResolver revisionResolver() {
    return new ApiRevisionResolver();
  }

  @Bean
  Jackson3SerializerCustomizer messageJsonForAxon(MessageJson json) {
    return json::configure;
  }

  @Bean
  EventUpcaster upcasters() {
    return Upcasters.all();
  }

  @Bean
  CorrelationDataProvider messageOrigin() {
    return new MessageOriginProvider(MetaKeys.CAUSATION_ID, MetaKeys.CORRELATION_ID);
  }

  @Bean
  CorrelationDataProvider whoAndWhere() {
    return new SimpleCorrelationDataProvider(
        MetaKeys.ACTOR,
        MetaKeys.REQUEST_ID,
        MetaKeys.CLIENT_ADDRESS,
        MetaKeys.USER_AGENT,
        MetaKeys.IDEMPOTENCY_KEY);
  }

  /// An event is recorded at the engine's time, whatever time it is outside.
  @Bean
  ConfigurerModule eventTime(EngineClock clock) {
    GenericEventMessage.clock = clock;
    return _ -> {};
  }

  @Bean
  CommandsUnderWay commandsUnderWay() {
    return new CommandsUnderWay(COMMANDS_END_WITHIN);
  }

  /// Without transactions: what a command does is its events, which the event store writes together
  /// with those of others.
  @Bean(destroyMethod = "shutdown")
  @Qualifier("localSegment")
  CheckedCommandBus commandBus(
      org.axonframework.config.Configuration axon,
      DuplicateCommandHandlerResolver duplicates,
      ForgottenPersons forgotten,
      MeterRegistry meters,
      CommandsUnderWay underWay) {
    var bus =
        new CheckedCommandBus(
            AsynchronousCommandBus.builder()
                .executor(commandThreads())
                .transactionManager(NoTransactionManager.INSTANCE)
                .duplicateCommandHandlerResolver(duplicates)
                .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(new MessageTimers(meters, "antar.commands")),
            underWay);
    var _ =
        bus.registerHandlerInterceptor(
            new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
    var _ = bus.registerHandlerInterceptor(new LoggedTrail());
    var _ = bus.registerHandlerInterceptor(forgotten);
    return bus;
  }

  private static ThreadPoolExecutor commandThreads() {
    return new ThreadPoolExecutor(
        COMMAND_THREADS,
        COMMAND_THREADS,
        1,
        TimeUnit.MINUTES,
        new LinkedBlockingQueue<>(COMMAND_QUEUE),
        new AxonThreadFactory("Commands"));
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService commandRetries() {
    return Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("Retries"));
  }

  @Bean
  CommandGateway commandGateway(CommandBus bus, ScheduledExecutorService commandRetries) {
    return DefaultCommandGateway.builder()
        .commandBus(bus)
        .retryScheduler(new ConflictRetry(commandRetries))
        .build();
  }

  /// Without transactions: the handlers read by other connections than the event store's.
  @Bean
  @Qualifier("localSegment")
  QueryBus queryBus(org.axonframework.config.Configuration axon, MeterRegistry meters) {
    var settings =
        SimpleQueryBus.builder()
            .transactionManager(NoTransactionManager.INSTANCE)
            .errorHandler(
                axon.getComponent(
                    QueryInvocationErrorHandler.class,
                    () -> LoggingQueryInvocationErrorHandler.builder().build()))
            .queryUpdateEmitter(axon.getComponent(QueryUpdateEmitter.class))
            .spanFactory(axon.getComponent(QueryBusSpanFactory.class));
    var bus = new TimedQueryBus(settings, new MessageTimers(meters, "antar.queries"));
    var _ = bus.registerHandlerInterceptor(new LoggedTrail());
    return bus;
  }
}
