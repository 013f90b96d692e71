package id.antar.infra.cluster.axonserver;

import id.antar.api.message.Failure;
import id.antar.infra.cluster.Unanswered;
import id.antar.infra.cluster.UnderWay;
import id.antar.infra.messages.TellingQueryBus;
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

/// Answers the queries that the server brings, as [ReceivedCommands] does commands.
final class ReceivedQueries implements QueryBus {
  private static final Logger LOG = LoggerFactory.getLogger(ReceivedQueries.class);

  private final TellingQueryBus local;
  private final Envelope envelope;
  private final UnderWay underWay;

  ReceivedQueries(TellingQueryBus local, Envelope envelope, UnderWay underWay) {
    this.local = local;
    this.envelope = envelope;
    this.underWay = underWay;
  }

  @Override
  public <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> sealed) {
    QueryMessage<Q, R> query;
    try {
      if (Envelope.isTooLate(sealed)) {
        LOG.warn("{} came too late and was left.", sealed.getQueryName());
        return CompletableFuture.completedFuture(failed(sealed, Unanswered.tooLate()));
      }
      query = envelope.open(sealed);
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("{} is not understood.", sealed.getQueryName(), e);
      return CompletableFuture.completedFuture(failed(sealed, Unanswered.notUnderstood()));
    }
    return underWay.add(local.query(query).thenApply(answer -> told(query, answer)));
  }

  private static <R> QueryResponseMessage<R> told(
      QueryMessage<?, R> query, QueryResponseMessage<R> answer) {
    return answer.isExceptional()
        ? failed(query, answer.<Failure>exceptionDetails().orElseThrow())
        : answer;
  }

  private static <R> QueryResponseMessage<R> failed(QueryMessage<?, R> query, Failure failure) {
    return new GenericQueryResponseMessage<>(
        query.getResponseType().responseMessagePayloadType(),
        new QueryExecutionException(failure.message(), null, failure));
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

  /// What this process answers is subscribed already where it is answered.
  @Override
  public <R> Registration subscribe(
      String queryName, Type responseType, MessageHandler<? super QueryMessage<?, R>> handler) {
    return () -> true;
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
