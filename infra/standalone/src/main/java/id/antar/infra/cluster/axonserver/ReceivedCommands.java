package id.antar.infra.cluster.axonserver;

import id.antar.api.message.Failure;
import id.antar.infra.cluster.Unanswered;
import id.antar.infra.cluster.UnderWay;
import id.antar.infra.messages.TellingCommandBus;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.callbacks.NoOpCallback;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Handles the commands that the server brings. What has come so late that nobody waits for it any
/// more is not begun. Of a failure nothing goes out but its [Failure].
final class ReceivedCommands implements CommandBus {
  private static final Logger LOG = LoggerFactory.getLogger(ReceivedCommands.class);

  private final TellingCommandBus local;
  private final Envelope envelope;
  private final UnderWay underWay;

  ReceivedCommands(TellingCommandBus local, Envelope envelope, UnderWay underWay) {
    this.local = local;
    this.envelope = envelope;
    this.underWay = underWay;
  }

  @Override
  public <C> void dispatch(CommandMessage<C> command) {
    dispatch(command, NoOpCallback.INSTANCE);
  }

  @Override
  public <C, R> void dispatch(
      CommandMessage<C> sealed, CommandCallback<? super C, ? super R> callback) {
    var answered = underWay.add(new CompletableFuture<Void>());
    CommandCallback<Object, R> answer =
        (_, result) -> {
          try {
            callback.onResult(sealed, told(result));
          } finally {
            answered.complete(null);
          }
        };
    CommandMessage<?> command;
    try {
      if (Envelope.isTooLate(sealed)) {
        LOG.warn("{} came too late and was left.", sealed.getCommandName());
        answer.onResult(sealed, failed(Unanswered.tooLate()));
        return;
      }
      command = envelope.open(sealed);
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("{} is not understood.", sealed.getCommandName(), e);
      answer.onResult(sealed, failed(Unanswered.notUnderstood()));
      return;
    }
    local.dispatch(command, answer);
  }

  private static <R> CommandResultMessage<R> told(CommandResultMessage<? extends R> result) {
    return result.isExceptional()
        ? failed(result.<Failure>exceptionDetails().orElseThrow())
        : new GenericCommandResultMessage<>(result.getPayload(), result.getMetaData());
  }

  private static <R> CommandResultMessage<R> failed(Failure failure) {
    return new GenericCommandResultMessage<>(
        new CommandExecutionException(failure.message(), null, failure));
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
    return local.registerHandlerInterceptor(interceptor);
  }

  @Override
  public Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
    return local.registerDispatchInterceptor(interceptor);
  }
}
