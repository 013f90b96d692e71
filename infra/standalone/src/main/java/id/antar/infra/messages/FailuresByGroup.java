package id.antar.infra.messages;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.eventhandling.LoggingErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;

/// What becomes of a handler's failure. Where events can be parked it is passed on, so that the
/// event is; by default it would be logged and forgotten. Who follows the stream from memory logs
/// it and goes on.
final class FailuresByGroup implements ListenerInvocationErrorHandler {
  private final ListenerInvocationErrorHandler logging = new LoggingErrorHandler();
  private final ListenerInvocationErrorHandler propagating = PropagatingErrorHandler.instance();

  @Override
  public void onError(Exception failure, EventMessage<?> event, EventMessageHandler handler)
      throws Exception {
    ProcessingGroup group = handler.getTargetType().getAnnotation(ProcessingGroup.class);
    boolean parks = group != null && DeadLetters.areKeptFor(group.value());
    (parks ? propagating : logging).onError(failure, event, handler);
  }
}
