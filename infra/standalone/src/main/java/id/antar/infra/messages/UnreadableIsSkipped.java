package id.antar.infra.messages;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.serialization.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is tried again until it succeeds must not be tried for ever: an event that cannot be read
/// is left out, loudly.
final class UnreadableIsSkipped implements ListenerInvocationErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(UnreadableIsSkipped.class);

  @Override
  public void onError(Exception failure, EventMessage<?> event, EventMessageHandler handler)
      throws Exception {
    if (Infrastructure.isDown(failure)
        || Infrastructure.causes(failure).noneMatch(it -> it instanceof SerializationException)) {
      throw failure;
    }
    LOG.error(
        "The event {} ({}) cannot be read and is left out.",
        event.getIdentifier(),
        event.getPayloadType().getSimpleName());
  }
}
