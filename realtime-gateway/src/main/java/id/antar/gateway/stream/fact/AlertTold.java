package id.antar.gateway.stream.fact;

import id.antar.api.alert.AlertEnd;
import id.antar.api.alert.AlertEvent;
import id.antar.api.alert.AlertEvent.AlertAcknowledged;
import id.antar.api.alert.AlertEvent.AlertEnded;
import id.antar.api.alert.AlertEvent.AlertRaised;
import id.antar.api.alert.AlertEvent.AlertReleased;
import id.antar.api.alert.AlertEvent.AlertWorsened;
import id.antar.api.alert.AlertKind;
import org.jspecify.annotations.Nullable;

/// What is told of an alert's event beside its name.
record AlertTold(
    @Nullable AlertKind kind,
    @Nullable String subject,
    @Nullable Double value,
    @Nullable Double threshold,
    @Nullable String by,
    @Nullable String note,
    @Nullable AlertEnd because) {

  static AlertTold of(AlertEvent event) {
    return switch (event) {
      case AlertRaised e ->
          new AlertTold(e.kind(), e.subject(), e.value(), e.threshold(), null, null, null);
      case AlertWorsened e -> new AlertTold(null, null, e.value(), null, null, null, null);
      case AlertAcknowledged e -> new AlertTold(null, null, null, null, e.by(), e.note(), null);
      case AlertReleased e -> new AlertTold(null, null, null, null, e.by(), null, null);
      case AlertEnded e -> new AlertTold(null, null, null, null, null, null, e.cause());
    };
  }
}
