package id.antar.infra.cluster.axonserver;

import id.antar.api.message.Failure;
import id.antar.api.message.Failure.Kind;
import id.antar.api.message.Ids;
import id.antar.gateway.edge.problem.ToldFailure;
import id.antar.infra.cluster.LocalFirst;
import id.antar.infra.cluster.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.jspecify.annotations.Nullable;

/// Answers what this process can, and has the server ask others for the rest: the next one each
/// time, and all dispatchers at once, of whom the one that knows is heard. As a query changes
/// nothing, it is asked again if the one that was asked is gone or cannot answer for now.
final class ServerQueries extends LocalFirst {

  private static final int TRIES = 4;

  private final Line line;
  private final Envelope envelope;
  private final AxonServerQueryBus server;
  private final Executor work;
  private final Duration patience;

  /// @param work that may wait
  /// @param patience how long another process may take for an answer
  ServerQueries(
      Line line,
      Envelope envelope,
      QueryBus local,
      AxonServerQueryBus server,
      Executor work,
      Duration patience) {
    super(local);
    this.line = line;
    this.envelope = envelope;
    this.server = server;
    this.work = work;
    this.patience = patience;
  }

  /// Tells the server what this process answers.
  void offer() {
    handled().forEach(name -> server.subscribe(envelope.outside(name), Object.class, _ -> null));
  }

  @Override
  protected <R> CompletableFuture<QueryResponseMessage<R>> askOthers(QueryMessage<?, R> query) {
    var asking = new Asking<>(query, Instant.now().plus(patience), new CompletableFuture<>());
    work.execute(() -> ask(asking, 1));
    return asking
        .answer()
        .completeOnTimeout(
            asking.failed(Unanswered.late(), null), patience.toMillis(), TimeUnit.MILLISECONDS)
        .thenApplyAsync(Function.identity(), work);
  }

  /// @param until nobody waits for the answer after it
  private record Asking<R>(
      QueryMessage<?, R> query, Instant until, CompletableFuture<QueryResponseMessage<R>> answer) {

    GenericQueryResponseMessage<R> failed(Failure told, @Nullable Throwable cause) {
      return new GenericQueryResponseMessage<>(
          query.getResponseType().responseMessagePayloadType(),
          new QueryExecutionException(told.message(), cause, told));
    }
  }

  private <R> void ask(Asking<R> asking, int time) {
    if (!line.isUp()) {
      asking.answer().complete(asking.failed(Unanswered.notSent(), null));
      return;
    }
    CompletableFuture<? extends QueryResponseMessage<R>> asked =
        server.query(envelope.seal(asking.query(), Ids.random(), asking.until()));
    var _ = asking.answer().whenComplete((_, _) -> asked.cancel(true));
    var _ = asked.whenCompleteAsync((reply, failure) -> take(asking, time, reply, failure), work);
  }

  private <R> void take(
      Asking<R> asking,
      int time,
      @Nullable QueryResponseMessage<R> reply,
      @Nullable Throwable failure) {
    Throwable gone = reply != null && reply.isExceptional() ? reply.exceptionResult() : failure;
    if (reply != null && gone == null) {
      read(asking, reply);
    } else if (isNobodyThere(gone)) {
      asking
          .answer()
          .completeExceptionally(
              new NoHandlerForQueryException(
                  "No process answers " + asking.query().getQueryName() + " for now."));
    } else {
      Failure told = told(gone);
      boolean passes = told.kind() == Kind.DOWN || told.kind() == Kind.LATE;
      if (passes && time < TRIES && !asking.answer().isDone()) {
        ask(asking, time + 1);
      } else {
        asking.answer().complete(asking.failed(told, gone));
      }
    }
  }

  private static <R> void read(Asking<R> asking, QueryResponseMessage<R> reply) {
    try {
      Class<R> type = asking.query().getResponseType().responseMessagePayloadType();
      asking
          .answer()
          .complete(
              new GenericQueryResponseMessage<>(
                  type, type.cast(reply.getPayload()), reply.getMetaData()));
    } catch (RuntimeException e) {
      asking.answer().completeExceptionally(e);
    }
  }

  private static boolean isNobodyThere(@Nullable Throwable failure) {
    return causes(failure).anyMatch(NoHandlerForQueryException.class::isInstance);
  }

  private static Stream<Throwable> causes(@Nullable Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(10);
  }

  /// Where nobody says what it was, the connection to whom was asked has ended.
  private static Failure told(@Nullable Throwable failure) {
    return causes(failure)
        .flatMap(it -> ToldFailure.find(it).stream())
        .findFirst()
        .orElseGet(() ->
            causes(failure).anyMatch(QueryExecutionException.class::isInstance)
                ? Unanswered.bug()
                : Unanswered.late());
  }
}
