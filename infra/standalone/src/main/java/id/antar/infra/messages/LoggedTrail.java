package id.antar.infra.messages;

import id.antar.gateway.edge.trace.Trail;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// Whatever is logged while a message is handled says which request it began with, in whichever
/// process that was.
final class LoggedTrail implements MessageHandlerInterceptor<Message<?>> {
  @Override
  public @Nullable Object handle(UnitOfWork<? extends Message<?>> work, InterceptorChain chain)
      throws Exception {
    try (var _ = Trail.of(work.getMessage().getMetaData()).log()) {
      return chain.proceed();
    }
  }
}
