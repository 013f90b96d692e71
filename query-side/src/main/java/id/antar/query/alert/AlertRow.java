package id.antar.query.alert;

import id.antar.api.alert.AlertEnd;
import id.antar.api.alert.AlertEvent.AlertAcknowledged;
import id.antar.api.alert.AlertEvent.AlertEnded;
import id.antar.api.alert.AlertEvent.AlertRaised;
import id.antar.api.alert.AlertEvent.AlertWorsened;
import id.antar.api.alert.AlertView;
import id.antar.api.alert.AlertView.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param value the worst that was told
/// @param times how often it was raised
record AlertRow(
    AlertRaised raised,
    double value,
    int times,
    @Nullable Taken taken,
    @Nullable Instant endedAt,
    @Nullable AlertEnd endedBecause) {

  record Taken(String by, Instant at, @Nullable String note) {}

  static AlertRow raised(AlertRaised e, int times) {
    return new AlertRow(e, e.value(), times, null, null, null);
  }

  AlertRow worse(AlertWorsened e) {
    return new AlertRow(raised, e.value(), times, taken, endedAt, endedBecause);
  }

  AlertRow taken(AlertAcknowledged e) {
    var next = new Taken(e.by(), e.occurredAt(), e.note());
    return new AlertRow(raised, value, times, next, endedAt, endedBecause);
  }

  AlertRow free() {
    return new AlertRow(raised, value, times, null, endedAt, endedBecause);
  }

  /// Who had it stays known.
  AlertRow over(AlertEnded e) {
    return new AlertRow(raised, value, times, taken, e.occurredAt(), e.cause());
  }

  State state() {
    if (endedAt != null) {
      return State.OVER;
    }
    return taken == null ? State.STANDING : State.ACKNOWLEDGED;
  }

  /// What it is sorted by.
  Instant at() {
    return endedAt == null ? raised.occurredAt() : endedAt;
  }

  AlertView view() {
    return new AlertView(
        raised.alertId(),
        raised.kind(),
        raised.kind().subject(),
        raised.subject(),
        raised.kind().unit(),
        value,
        raised.threshold(),
        state(),
        raised.since(),
        raised.occurredAt(),
        taken == null ? null : taken.by(),
        taken == null ? null : taken.at(),
        taken == null ? null : taken.note(),
        endedAt,
        endedBecause,
        times);
  }
}
