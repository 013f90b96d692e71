package id.antar.command.audit;

import id.antar.api.audit.AuditCommand.NoteAuditRead;
import id.antar.api.audit.AuditCommand.NoteTokenIssued;
import id.antar.api.audit.AuditEvent;
import id.antar.api.audit.AuditEvent.AuditRead;
import id.antar.api.audit.AuditEvent.TokenIssued;
import id.antar.api.message.Ids;
import id.antar.api.message.Receipt;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/// Notes who looks into the audit log and who makes tokens, in the unit of work of the command that
/// says so.
final class AuditReads {

  private final EventBus events;

  AuditReads(EventBus events) {
    this.events = events;
  }

  @CommandHandler
  Receipt handle(NoteAuditRead command) {
    return publish(new AuditRead(command.look(), command.filter(), command.occurredAt()));
  }

  @CommandHandler
  Receipt handle(NoteTokenIssued command) {
    return publish(
        new TokenIssued(command.to(), command.scope(), command.expiresAt(), command.occurredAt()));
  }

  private Receipt publish(AuditEvent event) {
    events.publish(new GenericDomainEventMessage<>("Audit", "audit:" + Ids.random(), 0, event));
    return Receipt.accepted();
  }
}
