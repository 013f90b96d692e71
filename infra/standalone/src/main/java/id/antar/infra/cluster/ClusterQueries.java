package id.antar.infra.cluster;

import id.antar.api.message.AnsweredElsewhere;
import id.antar.api.message.Failure;
import id.antar.infra.cluster.Wire.Answer;
import id.antar.infra.cluster.Wire.Failed;
import id.antar.infra.cluster.Wire.NotUnderstood;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.jgroups.Address;
import org.jspecify.annotations.Nullable;

/// Answers what this process can, and asks others for the rest. As a query changes nothing, it is
/// asked of the next one that may know if one is gone or cannot answer for now.
final class ClusterQueries implements QueryBus {

  private static final int DEEPEST_CAUSE = 20;

  private final Cluster cluster;
  private final Wire wire;
  private final QueryBus local;
  private final Executor work;
  private final Set<String> handled = ConcurrentHashMap.newKeySet();

  ClusterQueries(Cluster cluster, Wire wire, QueryBus local, Executor work) {
    this.cluster = cluster;
    this.wire = wire;
    this.local = local;
    this.work = work;
  }

  /// The names of the queries that this process answers.
  Set<String> handled() {
    return Set.copyOf(handled);
  }

  @Override
  public <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> query) {
    return handled.contains(query.getQueryName())
        ? local.query(query).thenCompose(answer -> orOfAnother(query, answer))
        : askOthers(query);
  }

  /// This process may be one that is to know and does not.
  private <R> CompletableFuture<QueryResponseMessage<R>> orOfAnother(
      QueryMessage<?, R> query, QueryResponseMessage<R> answer) {
    return answer.isExceptional() && isElsewhere(answer.exceptionResult())
        ? askOthers(query)
        : CompletableFuture.completedFuture(answer);
  }

  private static boolean isElsewhere(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST_CAUSE)
        .anyMatch(AnsweredElsewhere.class::isInstance);
  }

  private <R> CompletableFuture<QueryResponseMessage<R>> askOthers(QueryMessage<?, R> query) {
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

  @Override
  public <Q, R> Stream<QueryResponseMessage<R>> scatterGather(
      QueryMessage<Q, R> query, long timeout, TimeUnit unit) {
    throw new UnsupportedOperationException("Nobody asks several at once.");
  }

  @Override
  public QueryUpdateEmitter queryUpdateEmitter() {
    return local.queryUpdateEmitter();
  }

  @Override
  public <R> Registration subscribe(
      String queryName, Type responseType, MessageHandler<? super QueryMessage<?, R>> handler) {
    Registration registration = local.subscribe(queryName, responseType, handler);
    handled.add(queryName);
    return () -> {
      handled.remove(queryName);
      return registration.cancel();
    };
  }

  @Override
  public Registration registerHandlerInterceptor(
      MessageHandlerInterceptor<? super QueryMessage<?, ?>> interceptor) {
    return local.registerHandlerInterceptor(interceptor);
  }

  @Override
  public Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super QueryMessage<?, ?>> interceptor) {
    return local.registerDispatchInterceptor(interceptor);
  }
}
