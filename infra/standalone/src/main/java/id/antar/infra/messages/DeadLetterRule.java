package id.antar.infra.messages;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;

/// An event that a handler cannot digest is parked, and the stream moves on. An event that meets a
/// database that is down is not the event's fault: the processor stops and comes back to it.
final class DeadLetterRule implements EnqueuePolicy<EventMessage<?>> {
  @Override
  public EnqueueDecision<EventMessage<?>> decide(
      DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
    if (Infrastructure.isDown(cause) || Infrastructure.isConflict(cause)) {
      throw new EventProcessingException(
          "Not handled now: " + letter.message().getPayloadType().getSimpleName() + ".", cause);
    }
    return Decisions.enqueue(cause);
  }
}
