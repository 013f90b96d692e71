package id.antar.infra.cluster.axonserver;

import id.antar.api.message.Failure;
import id.antar.api.message.Failure.Kind;
import id.antar.infra.cluster.Asking;
import id.antar.infra.cluster.LocalFirst;
import id.antar.infra.cluster.Unanswered;
import id.antar.infra.cluster.Wire.Answer;
import id.antar.infra.cluster.Wire.Failed;
import id.antar.infra.cluster.Wire.NotUnderstood;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers what this process can, and has the server ask others for the rest: the next one each
/// time, and all dispatchers at once, of whom the one that knows is heard. As a query changes
/// nothing, it is asked again if the one that was asked is gone or cannot answer for now.
final class ServerQueries extends LocalFirst {

  private static final Logger LOG = LoggerFactory.getLogger(ServerQueries.class);

  private static final int TRIES = 4;
  private static final int DEEPEST_CAUSE = 10;

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
    var asking = new Asking<>(query, Instant.now().plus(patience));
    work.execute(() -> ask(asking, 1));
    return asking
        .answer()
        .completeOnTimeout(
            asking.failed(Unanswered.late(), null), patience.toMillis(), TimeUnit.MILLISECONDS)
        .thenApplyAsync(Function.identity(), work);
  }

  private <R> void ask(Asking<R> asking, int time) {
    if (!line.isUp()) {
      asking.fail(Unanswered.notSent(), null);
      return;
    }
    QueryMessage<byte[], byte[]> sealed;
    try {
      sealed = envelope.seal(asking.query(), asking.until());
    } catch (RuntimeException e) {
      asking.answer().completeExceptionally(e);
      return;
    }
    CompletableFuture<QueryResponseMessage<byte[]>> asked = server.query(sealed);
    var _ = asking.answer().whenComplete((_, _) -> asked.cancel(true));
    var _ =
        asked.whenCompleteAsync(
            (answer, failure) -> take(asking, time, sealed, answer, failure), work);
  }

  private <R> void take(
      Asking<R> asking,
      int time,
      QueryMessage<?, ?> sealed,
      @Nullable QueryResponseMessage<byte[]> answer,
      @Nullable Throwable failure) {
    if (answer == null) {
      gone(asking, time, failure);
    } else if (!answer.isExceptional()) {
      read(asking, time, sealed, answer.getPayload());
    } else if (answer.exceptionDetails().orElse(null) instanceof byte[] told) {
      read(asking, time, sealed, told);
    } else {
      gone(asking, time, answer.exceptionResult());
    }
  }

  /// What nobody of ours has said: nobody answers it, or the connection to whom was asked has
  /// ended.
  private <R> void gone(Asking<R> asking, int time, @Nullable Throwable failure) {
    if (isNobodyThere(failure)) {
      asking.findNobody();
    } else {
      askAgain(asking, time, Unanswered.late(), failure);
    }
  }

  private static boolean isNobodyThere(@Nullable Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST_CAUSE)
        .anyMatch(NoHandlerForQueryException.class::isInstance);
  }

  private <R> void askAgain(Asking<R> asking, int time, Failure last, @Nullable Throwable cause) {
    if (time < TRIES && !asking.answer().isDone()) {
      ask(asking, time + 1);
    } else {
      asking.fail(last, cause);
    }
  }

  private <R> void read(Asking<R> asking, int time, QueryMessage<?, ?> sealed, byte[] answer) {
    try {
      switch (envelope.openAnswer(sealed, answer)) {
        case Answer(var payload, var metaData) -> asking.succeed(payload, metaData);
        case Failed(var told) when told.kind() == Kind.DOWN || told.kind() == Kind.LATE ->
            askAgain(asking, time, told, null);
        case Failed(var told) -> asking.fail(told, null);
        case NotUnderstood() -> askAgain(asking, time, Unanswered.notUnderstood(), null);
      }
    } catch (RuntimeException e) {
      LOG.warn("The answer to {} is not understood.", asking.name(), e);
      askAgain(asking, time, Unanswered.notUnderstood(), e);
    }
  }
}
