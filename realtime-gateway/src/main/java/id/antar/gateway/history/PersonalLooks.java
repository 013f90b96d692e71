package id.antar.gateway.history;

import id.antar.api.account.Permission;
import id.antar.api.audit.AuditCommand.Look;
import id.antar.api.audit.AuditCommand.NoteAuditRead;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// What is personal in the past is shown to who asks for it, may see it, and is written down for
/// it.
final class PersonalLooks {

  private final Engine engine;
  private final EngineClock clock;

  PersonalLooks(Engine engine, EngineClock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /// Whether it is to be shown, once that is noted.
  ///
  /// @param filter what is looked at
  Mono<Boolean> shown(@Nullable Boolean asked, Look look, String filter, Caller caller) {
    if (!Boolean.TRUE.equals(asked)) {
      return Mono.just(false);
    }
    if (!caller.may(Permission.HISTORY_READ_PERSONAL)) {
      return Mono.error(
          Problem.forbidden("What is personal needs history:read-personal.").asException());
    }
    return engine.send(new NoteAuditRead(look, filter, clock.instant()), caller).thenReturn(true);
  }
}
