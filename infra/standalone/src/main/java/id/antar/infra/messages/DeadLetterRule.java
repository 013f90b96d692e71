package id.antar.infra.messages;

import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.serialization.SerializationException;
import tools.jackson.core.JacksonException;

/// An event that a handler cannot digest is parked, and the stream moves on. An event that meets a
/// database that is down is not the event's fault: the processor stops and comes back to it.
final class DeadLetterRule implements EnqueuePolicy<EventMessage<?>> {
  /// How often it was tried, among a letter's diagnostics.
  private static final String ATTEMPTS = "attempts";

  @Override
  public EnqueueDecision<EventMessage<?>> decide(
      DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
    if (Infrastructure.isDown(cause) || Infrastructure.isConflict(cause)) {
      throw new EventProcessingException(
          "Not handled now: " + letter.message().getPayloadType().getSimpleName() + ".", cause);
    }
    return Decisions.<EventMessage<?>>enqueue(withoutData(cause), DeadLetterRule::tried);
  }

  private static MetaData tried(DeadLetter<? extends EventMessage<?>> letter) {
    String before = String.valueOf(letter.diagnostics().getOrDefault(ATTEMPTS, "0"));
    return letter.diagnostics().and(ATTEMPTS, Long.toString(Long.parseLong(before) + 1));
  }

  /// What cannot be read is quoted by who tried to read it; the reason is stored in the clear.
  private static Throwable withoutData(Throwable cause) {
    List<Throwable> chain = Infrastructure.causes(cause).toList();
    return chain.stream().noneMatch(it -> it instanceof JacksonException)
        ? cause
        : new SerializationException(
            chain.stream()
                .map(it ->
                    it.getClass().getName().startsWith("id.antar.")
                        ? it.toString()
                        : it.getClass().getSimpleName())
                .collect(Collectors.joining(" < ")));
  }
}
