package id.antar.query.dispatchdecision;

import id.antar.api.dispatch.DecisionQuery.DecisionEntry;
import java.time.Instant;

/// @param recordedAt what decisions are in the order of: several may be made within one second
record DecisionRow(DecisionEntry entry, Instant recordedAt) {

  String key() {
    return key(entry.orderId().value(), entry.decisionId().value());
  }

  static String key(String order, String decision) {
    return order + "/" + decision;
  }
}
