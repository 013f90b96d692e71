package id.antar.api.alert;

import id.antar.api.message.Rejection;

/// Why something is not done to an alert.
public sealed interface AlertRejection extends Rejection {

  record UnknownAlert(AlertId alertId) implements AlertRejection, NotFound {}

  /// @param by who has it
  record AlertTaken(AlertId alertId, String by) implements AlertRejection {}

  record AlertOver(AlertId alertId) implements AlertRejection {}

  @Override
  default String detail() {
    return switch (this) {
      case UnknownAlert(var alertId) -> "There is no alert " + alertId + ".";
      case AlertTaken(var alertId, var by) -> "Alert " + alertId + " was taken by " + by + ".";
      case AlertOver(var alertId) -> "Alert " + alertId + " stands no longer.";
    };
  }
}
