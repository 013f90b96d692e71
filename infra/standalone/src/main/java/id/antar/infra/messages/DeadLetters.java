package id.antar.infra.messages;

import java.util.function.Function;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// The dead letter queues of all processors that handle an event once. Those that follow the stream
/// from memory have none: they begin anew with every start.
record DeadLetters(
    ConnectionProvider connections,
    TransactionManager transactions,
    DeadLetterSchema schema,
    Serializer serializer,
    Serializer eventSerializer) {
  private static final int MAX_SEQUENCES = 100_000;

  static boolean areKeptFor(String group) {
    return group.startsWith("process.") || group.startsWith("query.");
  }

  @Nullable Function<Configuration, SequencedDeadLetterQueue<EventMessage<?>>> forGroup(
      String group) {
    return areKeptFor(group) ? _ -> queue(group) : null;
  }

  private SequencedDeadLetterQueue<EventMessage<?>> queue(String group) {
    return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
        .processingGroup(group)
        .connectionProvider(connections)
        .transactionManager(transactions)
        .schema(schema)
        .genericSerializer(serializer)
        .eventSerializer(eventSerializer)
        .maxSequences(MAX_SEQUENCES)
        .build();
  }
}
