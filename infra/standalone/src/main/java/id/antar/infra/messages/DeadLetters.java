package id.antar.infra.messages;

import java.util.function.Function;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.EventProcessorProperties;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;
import org.jspecify.annotations.Nullable;

/// The dead letter queues of all processors that handle an event once. Those that follow the stream
/// from memory have none: they begin anew with every start.
///
/// It takes the place of the framework's own module, which knows only queues named in properties
/// and would, coming later, put "none" in the place of these.
final class DeadLetters extends DeadLetterQueueProviderConfigurerModule {
  private static final int MAX_SEQUENCES = 100_000;

  private final ConnectionProvider connections;
  private final TransactionManager transactions;
  private final DeadLetterSchema schema;
  private final Serializer serializer;
  private final Serializer eventSerializer;

  DeadLetters(
      ConnectionProvider connections,
      TransactionManager transactions,
      DeadLetterSchema schema,
      Serializer serializer,
      Serializer eventSerializer) {
    super(new EventProcessorProperties(), DeadLetters::unused);
    this.connections = connections;
    this.transactions = transactions;
    this.schema = schema;
    this.serializer = serializer;
    this.eventSerializer = eventSerializer;
  }

  private static Function<Configuration, SequencedDeadLetterQueue<EventMessage<?>>> unused(
      String group) {
    throw new IllegalStateException("The framework has its own idea of " + group + ".");
  }

  static boolean areKeptFor(String group) {
    return group.startsWith("process.") || group.startsWith("query.");
  }

  @Override
  public void configureModule(Configurer configurer) {
    EventProcessingConfigurer processing = configurer.eventProcessing();
    processing
        .registerDeadLetterQueueProvider(group -> forGroup(processing, group))
        .registerDefaultDeadLetterPolicy(_ -> new DeadLetterRule())
        .registerDefaultListenerInvocationErrorHandler(_ -> new FailuresByGroup());
  }

  /// Which sequences are parked is remembered: the queue would otherwise be asked in the database
  /// about every event, by every processor.
  private @Nullable Function<Configuration, SequencedDeadLetterQueue<EventMessage<?>>> forGroup(
      EventProcessingConfigurer processing, String group) {
    if (!areKeptFor(group)) {
      return null;
    }
    processing.registerDeadLetteringEventHandlerInvokerConfiguration(
        group, (_, invoker) -> invoker.enableSequenceIdentifierCache());
    return _ -> queue(group);
  }

  private SequencedDeadLetterQueue<EventMessage<?>> queue(String group) {
    return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
        .processingGroup(group)
        .connectionProvider(connections)
        .transactionManager(transactions)
        .schema(schema)
        .genericSerializer(serializer)
        .eventSerializer(eventSerializer)
        .statementFactory(new PlacedLetters.Writing(schema, serializer, eventSerializer))
        .converter(new PlacedLetters.Reading(schema, serializer, eventSerializer))
        .maxSequences(MAX_SEQUENCES)
        .build();
  }
}
