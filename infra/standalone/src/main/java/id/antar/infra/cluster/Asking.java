package id.antar.infra.cluster;

import id.antar.api.message.Failure;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.jspecify.annotations.Nullable;

/// A query that other processes are asked.
///
/// @param until nobody waits for the answer after it
public record Asking<R>(
    QueryMessage<?, R> query, Instant until, CompletableFuture<QueryResponseMessage<R>> answer) {

  public Asking(QueryMessage<?, R> query, Instant until) {
    this(query, until, new CompletableFuture<>());
  }

  public String name() {
    return query.getQueryName();
  }

  public void succeed(@Nullable Object payload, MetaData metaData) {
    answer.complete(new GenericQueryResponseMessage<>(type(), type().cast(payload), metaData));
  }

  public void fail(Failure told, @Nullable Throwable cause) {
    answer.complete(failed(told, cause));
  }

  public QueryResponseMessage<R> failed(Failure told, @Nullable Throwable cause) {
    return new GenericQueryResponseMessage<>(
        type(), new QueryExecutionException(told.message(), cause, told));
  }

  public void findNobody() {
    answer.completeExceptionally(
        new NoHandlerForQueryException("No process answers " + name() + " for now."));
  }

  private Class<R> type() {
    return query.getResponseType().responseMessagePayloadType();
  }
}
