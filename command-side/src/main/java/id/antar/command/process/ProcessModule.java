package id.antar.command.process;

import java.util.List;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.serialization.SerializationException;

/// Registers a process: its handlers, the order it needs, and that its failures are not swallowed.
public final class ProcessModule {

  private ProcessModule() {}

  /// @param group the processing group that every handler is annotated with
  /// @param order which events must be handled one after the other
  @SafeVarargs
  public static ConfigurerModule of(
      String group,
      SequencingPolicy<EventMessage<?>> order,
      Function<Configuration, Object>... handlers) {
    return configurer ->
        configurer.eventProcessing(processing -> {
          processing
              .registerSequencingPolicy(group, _ -> orElseBySource(order))
              .registerListenerInvocationErrorHandler(
                  group, _ -> PropagatingErrorHandler.instance());
          List.of(handlers).forEach(processing::registerEventHandler);
        });
  }

  /// An event that cannot be read is still handled, to be parked by the one that fails at it.
  static SequencingPolicy<EventMessage<?>> orElseBySource(SequencingPolicy<EventMessage<?>> order) {
    var bySource = SequentialPerAggregatePolicy.instance();
    return event -> {
      try {
        return order.getSequenceIdentifierFor(event);
      } catch (SerializationException _) {
        return bySource.getSequenceIdentifierFor(event);
      }
    };
  }
}
