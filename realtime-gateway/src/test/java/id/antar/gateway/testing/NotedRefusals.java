package id.antar.gateway.testing;

import id.antar.api.audit.AuditEvent;
import id.antar.api.audit.RecordRefusal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers what the gateway took down.
public final class NotedRefusals implements RecordRefusal {

  /// @param metaData who and from where
  public record Noted(AuditEvent refusal, Map<String, ?> metaData) {}

  private final List<Noted> noted = new CopyOnWriteArrayList<>();

  @Override
  public void record(AuditEvent refusal, Map<String, ?> metaData) {
    noted.add(new Noted(refusal, metaData));
  }

  public List<Noted> all() {
    return noted;
  }

  void reset() {
    noted.clear();
  }
}
