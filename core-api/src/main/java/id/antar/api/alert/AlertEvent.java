package id.antar.api.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Facts about one alert, which may stand again after it has ended.
public sealed interface AlertEvent {
  AlertId alertId();

  Instant occurredAt();

  /// @param threshold that `value` is above
  /// @param since since when it had been so, as far as that was known
  record AlertRaised(
      AlertId alertId,
      AlertKind kind,
      String subject,
      double value,
      double threshold,
      Instant since,
      Instant occurredAt)
      implements AlertEvent {}

  /// The value is at least twice what was told last.
  record AlertWorsened(AlertId alertId, double value, Instant occurredAt) implements AlertEvent {}

  /// Somebody has taken it.
  ///
  /// @param by the account's id
  record AlertAcknowledged(AlertId alertId, String by, @Nullable String note, Instant occurredAt)
      implements AlertEvent {}

  /// It is nobody's again.
  ///
  /// @param by who gave it back, or took it away
  record AlertReleased(AlertId alertId, String by, Instant occurredAt) implements AlertEvent {}

  record AlertEnded(AlertId alertId, AlertEnd cause, Instant occurredAt) implements AlertEvent {}
}
