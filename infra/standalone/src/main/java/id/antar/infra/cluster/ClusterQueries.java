package id.antar.infra.cluster;

import id.antar.api.message.Failure;
import id.antar.infra.cluster.Wire.Answer;
import id.antar.infra.cluster.Wire.Failed;
import id.antar.infra.cluster.Wire.NotUnderstood;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.jgroups.Address;
import org.jspecify.annotations.Nullable;

/// Answers what this process can, and asks others for the rest. As a query changes nothing, it is
/// asked of the next one that may know if one is gone or cannot answer for now.
final class ClusterQueries extends LocalFirst {

  private final Cluster cluster;
  private final Wire wire;
  private final Executor work;

  ClusterQueries(Cluster cluster, Wire wire, QueryBus local, Executor work) {
    super(local);
    this.cluster = cluster;
    this.wire = wire;
    this.work = work;
  }

  @Override
  protected <R> CompletableFuture<QueryResponseMessage<R>> askOthers(QueryMessage<?, R> query) {
    var asking = new Asking<R>(query, cluster.patienceEnds());
    cluster.here().ifPresent(asking.asked()::add);
    work.execute(() -> askNext(asking, null));
    return asking.answer();
  }

  /// A query on its way from one process to the next.
  ///
  /// @param until nobody waits for the answer after it
  private record Asking<R>(
      QueryMessage<?, R> query,
      Instant until,
      CompletableFuture<QueryResponseMessage<R>> answer,
      Set<Address> asked) {
    Asking(QueryMessage<?, R> query, Instant until) {
      this(query, until, new CompletableFuture<>(), new HashSet<>());
    }

    Class<R> type() {
      return query.getResponseType().responseMessagePayloadType();
    }

    void fail(Failure told, @Nullable Throwable cause) {
      answer.complete(
          new GenericQueryResponseMessage<>(
              type(), new QueryExecutionException(told.message(), cause, told)));
    }
  }

  /// @param last why the one before did not answer
  private <R> void askNext(Asking<R> asking, @Nullable Failure last) {
    var next = cluster.nodes().answering(asking.query().getQueryName(), asking.asked());
    if (next.isPresent() && Instant.now().isBefore(asking.until())) {
      ask(asking, next.get());
    } else if (last != null) {
      asking.fail(last, null);
    } else {
      asking
          .answer()
          .completeExceptionally(
              new NoHandlerForQueryException(
                  "No process answers " + asking.query().getQueryName() + " for now."));
    }
  }

  private <R> void ask(Asking<R> asking, Address node) {
    asking.asked().add(node);
    byte[] request;
    try {
      request = wire.query(asking.query(), asking.until());
    } catch (RuntimeException e) {
      asking.answer().completeExceptionally(e);
      return;
    }
    var _ =
        cluster
            .ask(node, request)
            .whenCompleteAsync((reply, failure) -> take(asking, reply, failure), work);
  }

  private <R> void take(Asking<R> asking, byte @Nullable [] reply, @Nullable Throwable failure) {
    try {
      if (reply == null) {
        askNext(asking, Unanswered.of(failure));
        return;
      }
      switch (wire.readReply(reply)) {
        case Answer(var payload, var metaData) ->
            asking
                .answer()
                .complete(
                    new GenericQueryResponseMessage<>(
                        asking.type(), asking.type().cast(payload), metaData));
        case Failed(var told) when told.kind() == Failure.Kind.DOWN -> askNext(asking, told);
        case Failed(var told) -> asking.fail(told, null);
        case NotUnderstood() -> askNext(asking, Unanswered.notUnderstood());
      }
    } catch (RuntimeException e) {
      asking.answer().completeExceptionally(e);
    }
  }
}
