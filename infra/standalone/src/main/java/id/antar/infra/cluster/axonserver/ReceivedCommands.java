package id.antar.infra.cluster.axonserver;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.callbacks.NoOpCallback;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/// Handles the commands that the server brings. Of a failure the server learns nothing.
final class ReceivedCommands implements CommandBus {
  private final Received received;
  private final Envelope envelope;

  ReceivedCommands(Received received, Envelope envelope) {
    this.received = received;
    this.envelope = envelope;
  }

  @Override
  public <C> void dispatch(CommandMessage<C> sealed) {
    dispatch(sealed, NoOpCallback.INSTANCE);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <C, R> void dispatch(
      CommandMessage<C> sealed, CommandCallback<? super C, ? super R> callback) {
    received.handle(
        sealed.getCommandName(),
        sealed,
        reply ->
            callback.onResult(
                sealed, new GenericCommandResultMessage<>((R) envelope.sealAnswer(sealed, reply))));
  }

  /// What this process handles is subscribed already where it is handled.
  @Override
  public Registration subscribe(
      String commandName, MessageHandler<? super CommandMessage<?>> handler) {
    return () -> true;
  }

  @Override
  public Registration registerHandlerInterceptor(
      MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
    throw new UnsupportedOperationException("Here is only what is sealed.");
  }

  @Override
  public Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
    throw new UnsupportedOperationException("Here is only what is sealed.");
  }
}
