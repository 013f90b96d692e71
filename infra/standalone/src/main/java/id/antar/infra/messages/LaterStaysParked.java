package id.antar.infra.messages;

import id.antar.infra.store.LaterEvent;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializationException;

/// A parked event that is tried again has been handled, and is gone, if no handler of it fails. One
/// of a later version may have no handler here at all.
final class LaterStaysParked implements MessageHandlerInterceptor<EventMessage<?>> {
  @Override
  public Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain)
      throws Exception {
    if (work.getMessage() instanceof LaterEvent later
        && work.resources().containsKey(DeadLetter.class.getName())) {
      throw new SerializationException("Only a later version knows " + later.storedType() + ".");
    }
    return chain.proceed();
  }
}
