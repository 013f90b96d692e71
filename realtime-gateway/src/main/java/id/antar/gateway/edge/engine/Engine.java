package id.antar.gateway.edge.engine;

import static id.antar.gateway.edge.engine.Operators.askingAgain;
import static id.antar.gateway.edge.engine.Operators.timeLimited;

import id.antar.api.message.Failure;
import id.antar.api.message.InvalidQuery;
import id.antar.api.message.Query;
import id.antar.api.message.Receipt;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.problem.ToldFailure;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.trace.Trail;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// The rest of the engine as the gateway sees it: commands in, answers out. Handlers run on a
/// bounded scheduler and never on an event loop.
public final class Engine {

  private final CommandGateway commands;
  private final QueryGateway queries;
  private final Scheduler scheduler;
  private final GatewayProperties limits;

  public Engine(
      CommandGateway commands,
      QueryGateway queries,
      Scheduler scheduler,
      GatewayProperties limits) {
    this.commands = commands;
    this.queries = queries;
    this.scheduler = scheduler;
    this.limits = limits;
  }

  /// Completes once the command holds; a refusal is an error that carries its problem. The command
  /// goes on when nobody waits for it any more.
  public Mono<Void> send(Object command, Caller caller) {
    var message = GenericCommandMessage.asCommandMessage(command).withMetaData(caller.metaData());
    return detached(trail -> commands.<Object>send(message.andMetaData(trail.trace())))
        .transformDeferred(timeLimited(limits.commandTimeout()))
        .flatMap(Engine::verdict);
  }

  private static Mono<Void> verdict(Object answer) {
    return answer instanceof Receipt.Rejected(var reason)
        ? Mono.error(Problem.of(reason).asException())
        : Mono.empty();
  }

  /// The answer, or nothing where there is none.
  public <R> Mono<R> ask(Query<R> query) {
    return ask(query, limits.queryTimeout());
  }

  /// The same, of something that takes longer than other questions.
  public <R> Mono<R> ask(Query<R> query, Duration limit) {
    return detached(
            trail -> queries.query(of(query, trail), ResponseTypes.instanceOf(query.answer())))
        .transformDeferred(timeLimited(limit))
        .onErrorMap(Engine::invalid);
  }

  /// The same, with a moment's patience for a projection that is about to know.
  public <R> Mono<R> await(Query<R> query) {
    return ask(query).transformDeferred(askingAgain(limits.projectionWait()));
  }

  private static Message<?> of(Query<?> query, Trail trail) {
    return new GenericMessage<>(query, trail.metaData());
  }

  /// Starts on the scheduler. The answer is not cancelled when whoever asked turns away.
  private <R> Mono<R> detached(Function<Trail, CompletableFuture<R>> call) {
    return Mono.deferContextual(context -> started(call, Trail.in(context)));
  }

  private <R> Mono<R> started(Function<Trail, CompletableFuture<R>> call, Trail trail) {
    return Mono.fromFuture(() -> trail.logged(() -> call.apply(trail)), true)
        .subscribeOn(scheduler);
  }

  /// What was found out later comes wrapped, and what another process found out is told.
  private static Throwable invalid(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidQuery e) {
        return invalidQuery(String.valueOf(e.getMessage()));
      }
    }
    return ToldFailure.find(failure)
        .filter(it -> it.kind() == Failure.Kind.INVALID_QUERY)
        .map(it -> invalidQuery(it.message()))
        .orElse(failure);
  }

  private static Throwable invalidQuery(String detail) {
    return Problem.of(400, "invalid-query", detail).asException();
  }
}
