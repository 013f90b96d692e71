package id.antar.gateway.audit;

import id.antar.api.audit.AuditCommand.Look;
import id.antar.api.audit.AuditCommand.NoteAuditRead;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import reactor.core.publisher.Mono;

/// Looks at the audit log and at what is personal in the past.
public final class Looks {

  private final Engine engine;
  private final EngineClock clock;

  Looks(Engine engine, EngineClock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /// Completes once the look is written down, and may be taken.
  ///
  /// @param filter what is looked at, without client addresses
  public Mono<Void> note(Look look, String filter, Caller caller) {
    return engine.send(new NoteAuditRead(look, filter, clock.instant()), caller);
  }
}
