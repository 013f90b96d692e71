package id.antar.infra.cluster.axonserver;

import id.antar.infra.cluster.Wire;
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

/// Answers the queries that the server brings. Of a failure the server learns that it is one, as it
/// then takes the answer of another one whom it has asked.
final class ReceivedQueries implements QueryBus {
  private final Received received;
  private final Envelope envelope;
  private final QueryUpdateEmitter updates;

  ReceivedQueries(Received received, Envelope envelope, QueryUpdateEmitter updates) {
    this.received = received;
    this.envelope = envelope;
    this.updates = updates;
  }

  @Override
  public <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> sealed) {
    var answer = new CompletableFuture<QueryResponseMessage<R>>();
    received.handle(sealed.getQueryName(), sealed, reply -> answer.complete(answer(sealed, reply)));
    return answer;
  }

  @SuppressWarnings("unchecked")
  private <R> QueryResponseMessage<R> answer(QueryMessage<?, R> asked, byte[] reply) {
    byte[] sealed = envelope.sealAnswer(asked, reply);
    var type = (Class<R>) byte[].class;
    return Wire.isFailure(reply)
        ? new GenericQueryResponseMessage<>(
            type, new QueryExecutionException("The query failed.", null, sealed))
        : new GenericQueryResponseMessage<>(type, (R) sealed);
  }

  @Override
  public <Q, R> Stream<QueryResponseMessage<R>> scatterGather(
      QueryMessage<Q, R> query, long timeout, TimeUnit unit) {
    throw new UnsupportedOperationException("Nobody asks several at once.");
  }

  @Override
  public QueryUpdateEmitter queryUpdateEmitter() {
    return updates;
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
    throw new UnsupportedOperationException("Here is only what is sealed.");
  }

  @Override
  public Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super QueryMessage<?, ?>> interceptor) {
    throw new UnsupportedOperationException("Here is only what is sealed.");
  }
}
