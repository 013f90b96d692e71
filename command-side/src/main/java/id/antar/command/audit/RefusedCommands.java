package id.antar.command.audit;

import id.antar.api.audit.AuditEvent.CommandRefused;
import id.antar.api.audit.RecordRefusal;
import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.api.message.Rejection;
import id.antar.api.time.EngineClock;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// Takes down what is refused to people. What the engine asks of itself and is refused is part of
/// its work: processes send again what may hold already.
final class RefusedCommands implements MessageHandlerInterceptor<CommandMessage<?>> {

  private static final int LONGEST_DETAIL = 300;

  private final RecordRefusal refusals;
  private final EngineClock clock;

  RefusedCommands(RecordRefusal refusals, EngineClock clock) {
    this.refusals = refusals;
    this.clock = clock;
  }

  @Override
  public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
      throws Exception {
    Object answer = chain.proceed();
    if (answer instanceof Receipt.Rejected(var reason) && isFromOutside(work.getMessage())) {
      Object command = work.getMessage().getPayload();
      refusals.record(refused(command, reason), work.getCorrelationData());
    }
    return answer;
  }

  private CommandRefused refused(Object command, Rejection reason) {
    CommandTarget target = CommandTarget.of(command);
    String detail = reason.detail();
    return new CommandRefused(
        command.getClass().getSimpleName(),
        target.kind(),
        target.id(),
        reason.code(),
        detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)),
        1,
        clock.instant());
  }

  private static boolean isFromOutside(CommandMessage<?> command) {
    Object actor = command.getMetaData().get(MetaKeys.ACTOR);
    if (actor == null) {
      return false;
    }
    var who = Actor.parse(actor.toString());
    return who.equals(Actor.DOOR) || who.role() != Actor.Role.SYSTEM;
  }
}
