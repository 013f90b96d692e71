package id.antar.infra.cluster.axonserver;

import id.antar.api.message.Failure;
import id.antar.gateway.edge.problem.ToldFailure;
import id.antar.infra.cluster.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.axonserver.connector.DispatchInterceptors;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.callbacks.NoOpCallback;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.jspecify.annotations.Nullable;

/// Commands go through the server, also those that this process handles itself: the server knows
/// whose turn it is. Without it, or when nobody else is left, a process handles its own.
final class ServerCommands implements CommandBus {

  private final Line line;
  private final Envelope envelope;
  private final CommandBus local;
  private final AxonServerCommandBus server;
  private final Executor work;
  private final ScheduledExecutorService timer;
  private final Duration patience;
  private final Set<String> handled = ConcurrentHashMap.newKeySet();
  private final DispatchInterceptors<CommandMessage<?>> interceptors = new DispatchInterceptors<>();

  /// @param work that may wait
  /// @param patience how long another process may take for an answer
  ServerCommands(
      Line line,
      Envelope envelope,
      CommandBus local,
      AxonServerCommandBus server,
      Executor work,
      ScheduledExecutorService timer,
      Duration patience) {
    this.line = line;
    this.envelope = envelope;
    this.local = local;
    this.server = server;
    this.work = work;
    this.timer = timer;
    this.patience = patience;
  }

  /// Tells the server what this process handles.
  void offer() {
    handled.forEach(name -> server.subscribe(envelope.outside(name), _ -> null));
  }

  @Override
  public <C> void dispatch(CommandMessage<C> command) {
    dispatch(command, NoOpCallback.INSTANCE);
  }

  @Override
  public <C, R> void dispatch(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    CommandMessage<C> intercepted = interceptors.intercept(command);
    if (line.isUp()) {
      work.execute(() -> send(intercepted, callback));
    } else if (isHandledHere(intercepted)) {
      local.dispatch(intercepted, callback);
    } else {
      callback.onResult(intercepted, failed(Unanswered.notSent(), null));
    }
  }

  private boolean isHandledHere(CommandMessage<?> command) {
    return handled.contains(command.getCommandName());
  }

  private <C, R> void send(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    var waiting = new AtomicBoolean(true);
    ScheduledFuture<?> limit =
        timer.schedule(
            () ->
                work.execute(() -> {
                  if (waiting.getAndSet(false)) {
                    callback.onResult(command, failed(Unanswered.late(), null));
                  }
                }),
            patience.toMillis(),
            TimeUnit.MILLISECONDS);
    CommandCallback<C, R> answer =
        (_, result) ->
            work.execute(() -> {
              limit.cancel(false);
              if (waiting.getAndSet(false)) {
                take(command, result, callback);
              }
            });
    server.dispatch(envelope.seal(command, Instant.now().plus(patience)), answer);
  }

  private <C, R> void take(
      CommandMessage<C> command,
      CommandResultMessage<? extends R> result,
      CommandCallback<? super C, ? super R> callback) {
    boolean isNobodyThere =
        result.isExceptional() && result.exceptionResult() instanceof NoHandlerForCommandException;
    if (isNobodyThere && isHandledHere(command)) {
      local.dispatch(command, callback);
    } else {
      callback.onResult(command, understood(result));
    }
  }

  /// Whatever the server itself says, but that nobody is there, leaves open what has become of the
  /// command.
  private static <R> CommandResultMessage<R> understood(CommandResultMessage<? extends R> result) {
    if (!result.isExceptional()) {
      return read(result);
    }
    Throwable failure = result.exceptionResult();
    return isKnown(failure)
        ? new GenericCommandResultMessage<>(failure)
        : failed(Unanswered.late(), failure);
  }

  private static <R> CommandResultMessage<R> read(CommandResultMessage<? extends R> result) {
    try {
      return new GenericCommandResultMessage<>(result.getPayload(), result.getMetaData());
    } catch (RuntimeException e) {
      return new GenericCommandResultMessage<>(e);
    }
  }

  private static boolean isKnown(Throwable failure) {
    return switch (failure) {
      case NoHandlerForCommandException _ -> true;
      // It could not be written.
      case AxonServerCommandDispatchException unsent -> unsent.getCause() != null;
      default -> ToldFailure.find(failure).isPresent();
    };
  }

  private static <R> CommandResultMessage<R> failed(Failure told, @Nullable Throwable cause) {
    return new GenericCommandResultMessage<>(
        new CommandExecutionException(told.message(), cause, told));
  }

  @Override
  public Registration subscribe(
      String commandName, MessageHandler<? super CommandMessage<?>> handler) {
    Registration registration = local.subscribe(commandName, handler);
    handled.add(commandName);
    return () -> {
      handled.remove(commandName);
      return registration.cancel();
    };
  }

  @Override
  public Registration registerHandlerInterceptor(
      MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
    return local.registerHandlerInterceptor(interceptor);
  }

  @Override
  public Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
    return interceptors.registerDispatchInterceptor(interceptor);
  }
}
