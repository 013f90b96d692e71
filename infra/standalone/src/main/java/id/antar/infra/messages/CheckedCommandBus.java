package id.antar.infra.messages;

import id.antar.command.decider.Memory;
import java.util.concurrent.RejectedExecutionException;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.MessageHandler;

/// Handles a command a second time, on what the store says, where the first time was on memory and
/// cannot be relied on.
final class CheckedCommandBus extends AsynchronousCommandBus {

  private final CommandsUnderWay underWay;

  CheckedCommandBus(Builder settings, CommandsUnderWay underWay) {
    super(settings);
    this.underWay = underWay;
  }

  @Override
  protected <C, R> void handle(
      CommandMessage<C> command,
      MessageHandler<? super CommandMessage<?>> handler,
      CommandCallback<? super C, ? super R> callback) {
    CommandCallback<C, R> checked =
        (message, result) -> {
          if (mayBeOfMemory(result)) {
            handleOnStore(command, handler, callback);
          } else {
            end(callback, message, result);
          }
        };
    underWay.begun();
    try {
      super.handle(command, new OnMemory(handler), checked);
    } catch (RejectedExecutionException e) {
      underWay.ended();
      throw e;
    }
  }

  private <C, R> void handleOnStore(
      CommandMessage<C> command,
      MessageHandler<? super CommandMessage<?>> handler,
      CommandCallback<? super C, ? super R> callback) {
    CommandCallback<C, R> last = (message, result) -> end(callback, message, result);
    try {
      super.handle(command, handler, last);
    } catch (RejectedExecutionException e) {
      last.onResult(command, GenericCommandResultMessage.asCommandResultMessage(e));
    }
  }

  private <C, R> void end(
      CommandCallback<? super C, ? super R> callback,
      CommandMessage<? extends C> command,
      CommandResultMessage<? extends R> result) {
    try {
      callback.onResult(command, result);
    } finally {
      underWay.ended();
    }
  }

  private static boolean mayBeOfMemory(CommandResultMessage<?> result) {
    return result.isExceptional()
        && (Infrastructure.isConflict(result.exceptionResult())
            || Infrastructure.causes(result.exceptionResult())
                .anyMatch(Memory.StoreRequired.class::isInstance));
  }

  private record OnMemory(MessageHandler<? super CommandMessage<?>> handler)
      implements MessageHandler<CommandMessage<?>> {

    @Override
    public Object handle(CommandMessage<?> command) throws Exception {
      return Memory.serving(() -> handler.handle(command));
    }
  }
}
