package id.antar.infra.cluster;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.callbacks.NoOpCallback;
import org.axonframework.commandhandling.distributed.CommandBusConnector;
import org.axonframework.commandhandling.distributed.CommandMessageFilter;
import org.axonframework.commandhandling.distributed.CommandRouter;
import org.axonframework.commandhandling.distributed.Member;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.commandhandling.distributed.SimpleMember;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.jgroups.Address;
import org.jspecify.annotations.Nullable;

/// Brings commands to the process that handles them: within this one without being written, to
/// another one as bytes.
final class ClusterCommands implements CommandRouter, CommandBusConnector {

  private static final Member HERE = new SimpleMember<>("here", "here", true, _ -> {});

  private final Cluster cluster;
  private final Wire wire;
  private final CommandBus local;
  private final RoutingStrategy routing;
  private final Executor work;
  private final Set<String> handled = ConcurrentHashMap.newKeySet();
  private final UnderWay underWay = new UnderWay();

  ClusterCommands(
      Cluster cluster, Wire wire, CommandBus local, RoutingStrategy routing, Executor work) {
    this.cluster = cluster;
    this.wire = wire;
    this.local = local;
    this.routing = routing;
    this.work = work;
  }

  /// The names of the commands that this process handles.
  Set<String> handled() {
    return Set.copyOf(handled);
  }

  /// This process as long as it knows no other one that would do, as at its begin and its end.
  @Override
  public Optional<Member> findDestination(CommandMessage<?> command) {
    return cluster
        .nodes()
        .handling(routing.getRoutingKey(command), command)
        .or(() ->
            handled.contains(command.getCommandName()) ? Optional.of(HERE) : Optional.empty());
  }

  /// Each says by itself what it handles.
  @Override
  public void updateMembership(int loadFactor, CommandMessageFilter filter) {}

  @Override
  public <C> void send(Member destination, CommandMessage<? extends C> command) {
    send(destination, command, NoOpCallback.INSTANCE);
  }

  @Override
  public <C, R> void send(
      Member destination, CommandMessage<C> command, CommandCallback<? super C, R> callback) {
    if (destination.local()) {
      local.dispatch(command, callback);
    } else {
      work.execute(() -> sendAway(destination, command, callback));
    }
  }

  private <C, R> void sendAway(
      Member destination, CommandMessage<C> command, CommandCallback<? super C, R> callback) {
    Address node = destination.getConnectionEndpoint(Address.class).orElseThrow();
    byte[] request;
    try {
      request = wire.command(command, cluster.patienceEnds());
    } catch (RuntimeException e) {
      callback.onResult(command, GenericCommandResultMessage.asCommandResultMessage(e));
      return;
    }
    CompletableFuture<byte[]> reply = underWay.add(cluster.ask(node, request));
    var _ =
        reply.whenCompleteAsync(
            (bytes, failure) -> callback.onResult(command, this.<R>result(bytes, failure)), work);
  }

  private <R> GenericCommandResultMessage<R> result(
      byte @Nullable [] bytes, @Nullable Throwable failure) {
    if (bytes == null) {
      return Results.failed(Unanswered.of(failure), failure);
    }
    try {
      return Results.of(wire.readReply(bytes));
    } catch (RuntimeException e) {
      return new GenericCommandResultMessage<>(e);
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
  public Optional<CommandBus> localSegment() {
    return Optional.of(local);
  }

  /// Once what others were asked is answered; they answer in time or are given up.
  @Override
  public CompletableFuture<Void> initiateShutdown() {
    return underWay.ended();
  }
}
