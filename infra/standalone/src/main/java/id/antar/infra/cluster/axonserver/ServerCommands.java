package id.antar.infra.cluster.axonserver;

import id.antar.infra.cluster.Results;
import id.antar.infra.cluster.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.axonserver.connector.DispatchInterceptors;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.callbacks.NoOpCallback;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.tracing.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commands go through the server, also those that this process handles itself: the server knows
/// whose turn it is. Without it, or when nobody else is left, a process handles its own.
final class ServerCommands implements CommandBus {

  private static final Logger LOG = LoggerFactory.getLogger(ServerCommands.class);

  private final Line line;
  private final Envelope envelope;
  private final CommandBus local;
  private final AxonServerCommandBus server;
  private final CommandBusSpanFactory spans;
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
      CommandBusSpanFactory spans,
      Executor work,
      ScheduledExecutorService timer,
      Duration patience) {
    this.line = line;
    this.envelope = envelope;
    this.local = local;
    this.server = server;
    this.spans = spans;
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
      sendTraced(intercepted, callback);
    } else if (isHandledHere(intercepted)) {
      handleHere(intercepted, callback);
    } else {
      callback.onResult(intercepted, Results.failed(Unanswered.notSent(), null));
    }
  }

  private boolean isHandledHere(CommandMessage<?> command) {
    return handled.contains(command.getCommandName());
  }

  private <C, R> void handleHere(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    try {
      local.dispatch(command, callback);
    } catch (RejectedExecutionException e) {
      callback.onResult(command, GenericCommandResultMessage.asCommandResultMessage(e));
    }
  }

  /// What the command follows from is known on the thread that sends it.
  private <C, R> void sendTraced(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    Span span = spans.createDispatchCommandSpan(command, true).start();
    CommandCallback<C, R> ending =
        (message, result) -> {
          result.optionalExceptionResult().ifPresent(span::recordException);
          span.end();
          callback.onResult(message, result);
        };
    try (var _ = span.makeCurrent()) {
      CommandMessage<C> traced = spans.propagateContext(command);
      work.execute(() -> send(traced, ending));
    }
  }

  private <C, R> void send(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    CommandMessage<byte[]> sealed;
    try {
      sealed = envelope.seal(command, Instant.now().plus(patience));
    } catch (RuntimeException e) {
      callback.onResult(command, GenericCommandResultMessage.asCommandResultMessage(e));
      return;
    }
    var waiting = new AtomicBoolean(true);
    ScheduledFuture<?> limit =
        timer.schedule(
            () ->
                work.execute(() -> {
                  if (waiting.getAndSet(false)) {
                    callback.onResult(command, Results.failed(Unanswered.late(), null));
                  }
                }),
            patience.toMillis(),
            TimeUnit.MILLISECONDS);
    CommandCallback<byte[], Object> answer =
        (_, result) ->
            work.execute(() -> {
              limit.cancel(false);
              if (waiting.getAndSet(false)) {
                take(command, sealed, result, callback);
              }
            });
    server.dispatch(sealed, answer);
  }

  /// Whatever the server itself says, but that nobody is there, leaves open what has become of the
  /// command.
  private <C, R> void take(
      CommandMessage<C> command,
      CommandMessage<byte[]> sealed,
      CommandResultMessage<?> result,
      CommandCallback<? super C, ? super R> callback) {
    switch (result.optionalExceptionResult().orElse(null)) {
      case null -> callback.onResult(command, this.<R>read(sealed, (byte[]) result.getPayload()));
      case NoHandlerForCommandException _ when isHandledHere(command) ->
          handleHere(command, callback);
      case NoHandlerForCommandException nobody ->
          callback.onResult(command, new GenericCommandResultMessage<>(nobody));
      case AxonServerCommandDispatchException unsent when unsent.getCause() != null ->
          callback.onResult(command, Results.failed(Unanswered.notSent(), unsent));
      case Throwable open -> callback.onResult(command, Results.failed(Unanswered.late(), open));
    }
  }

  private <R> CommandResultMessage<R> read(CommandMessage<byte[]> sealed, byte[] answer) {
    try {
      return Results.of(envelope.openAnswer(sealed, answer));
    } catch (RuntimeException e) {
      LOG.warn("The answer to {} is not understood.", sealed.getCommandName(), e);
      return Results.failed(Unanswered.unread(), e);
    }
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
