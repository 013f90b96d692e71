package id.antar.infra.messages;

import id.antar.api.message.Failure;
import id.antar.gateway.edge.trace.Trail;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This process's queries as other processes ask them: what fails is told as a [Failure]. Every
/// query has one answer; nobody asks for more.
public final class TellingQueryBus implements QueryBus {
  private static final Logger LOG = LoggerFactory.getLogger(TellingQueryBus.class);

  private final QueryBus local;

  public TellingQueryBus(QueryBus local) {
    this.local = local;
  }

  @Override
  public <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> query) {
    return local
        .query(query)
        .handle((answer, failure) -> failure == null ? told(query, answer) : told(query, failure));
  }

  private static <R> QueryResponseMessage<R> told(
      QueryMessage<?, R> query, QueryResponseMessage<R> answer) {
    return answer.isExceptional() ? told(query, answer.exceptionResult()) : answer;
  }

  private static <R> QueryResponseMessage<R> told(QueryMessage<?, R> query, Throwable cause) {
    Failure failure = Failures.of(cause);
    if (failure.kind() == Failure.Kind.BUG) {
      Trail.of(query.getMetaData())
          .logged(() ->
              LOG.error("{} of another process was not answered.", query.getQueryName(), cause));
    }
    return new GenericQueryResponseMessage<>(
        query.getResponseType().responseMessagePayloadType(),
        new QueryExecutionException(failure.message(), cause, failure));
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
    return local.subscribe(queryName, responseType, handler);
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
