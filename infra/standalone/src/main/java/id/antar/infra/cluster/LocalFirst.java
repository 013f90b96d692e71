package id.antar.infra.cluster;

import id.antar.api.message.AnsweredElsewhere;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.QueryUpdateEmitter;

/// Answers what this process can, and asks others for the rest.
public abstract class LocalFirst implements QueryBus {

  private static final int DEEPEST_CAUSE = 20;

  private final QueryBus local;
  private final Set<String> handled = ConcurrentHashMap.newKeySet();

  protected LocalFirst(QueryBus local) {
    this.local = local;
  }

  protected abstract <R> CompletableFuture<QueryResponseMessage<R>> askOthers(
      QueryMessage<?, R> query);

  /// The names of the queries that this process answers.
  public final Set<String> handled() {
    return Set.copyOf(handled);
  }

  @Override
  public final <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> query) {
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
