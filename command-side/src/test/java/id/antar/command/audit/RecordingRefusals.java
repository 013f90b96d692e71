package id.antar.command.audit;

import id.antar.api.audit.AuditEvent;
import id.antar.api.audit.RecordRefusal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers what was refused, and what was to be stored beside it.
public final class RecordingRefusals implements RecordRefusal {

  private final List<AuditEvent> events = new CopyOnWriteArrayList<>();
  private final List<Map<String, ?>> origins = new CopyOnWriteArrayList<>();

  @Override
  public void record(AuditEvent refusal, Map<String, ?> metaData) {
    events.add(refusal);
    origins.add(Map.copyOf(metaData));
  }

  List<AuditEvent> events() {
    return events;
  }

  List<Map<String, ?>> origins() {
    return origins;
  }
}
