package id.antar.command.audit;

import id.antar.api.audit.AuditCommand.NoteAuditRead;
import id.antar.api.audit.AuditEvent.AuditRead;
import id.antar.api.message.Ids;
import id.antar.api.message.Receipt;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/// Notes who looks into the audit log, in the transaction of the command that says so.
final class AuditReads {

  private final EventBus events;

  AuditReads(EventBus events) {
    this.events = events;
  }

  @CommandHandler
  Receipt handle(NoteAuditRead command) {
    var read = new AuditRead(command.look(), command.filter(), command.occurredAt());
    events.publish(new GenericDomainEventMessage<>("Audit", "audit:" + Ids.random(), 0, read));
    return Receipt.accepted();
  }
}
