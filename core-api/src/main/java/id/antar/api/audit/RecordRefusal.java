package id.antar.api.audit;

import java.util.Map;

/// Where a refusal is taken down. Returns at once, never fails, and may lose some when there are
/// too many, which is itself recorded.
public interface RecordRefusal {

  /// @param refusal one of those that have `times`, which is 1
  /// @param metaData to be stored beside it: who, from where, by which request
  void record(AuditEvent refusal, Map<String, ?> metaData);
}
