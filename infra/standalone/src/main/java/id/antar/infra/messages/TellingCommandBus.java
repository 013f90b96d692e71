package id.antar.infra.messages;

import id.antar.api.message.Failure;
import id.antar.gateway.edge.trace.Trail;
import java.util.concurrent.RejectedExecutionException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This process's commands as other processes send them: what fails is told as a [Failure].
///
/// It is around the bus, because a command fails in the bus' queue and at its commit as well, where
/// no interceptor of handlers is. Who sends a command within the process does without it, and has
/// the exception itself.
public final class TellingCommandBus implements CommandBus {
  private static final Logger LOG = LoggerFactory.getLogger(TellingCommandBus.class);

  private final CommandBus local;

  public TellingCommandBus(CommandBus local) {
    this.local = local;
  }

  @Override
  public <C> void dispatch(CommandMessage<C> command) {
    local.dispatch(command);
  }

  @Override
  public <C, R> void dispatch(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    CommandCallback<C, R> telling =
        (message, result) -> callback.onResult(message, told(message, result));
    try {
      local.dispatch(command, telling);
    } catch (RejectedExecutionException e) {
      telling.onResult(command, GenericCommandResultMessage.asCommandResultMessage(e));
    }
  }

  private static <R> CommandResultMessage<R> told(
      CommandMessage<?> command, CommandResultMessage<R> result) {
    if (!result.isExceptional()) {
      return result;
    }
    Throwable cause = result.exceptionResult();
    Failure failure = Failures.of(cause);
    if (failure.kind() == Failure.Kind.BUG) {
      Trail.of(command.getMetaData())
          .logged(() ->
              LOG.error("{} of another process was not handled.", command.getCommandName(), cause));
    }
    return new GenericCommandResultMessage<>(
        new CommandExecutionException(failure.message(), cause, failure), result.getMetaData());
  }

  @Override
  public Registration subscribe(
      String commandName, MessageHandler<? super CommandMessage<?>> handler) {
    return local.subscribe(commandName, handler);
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
