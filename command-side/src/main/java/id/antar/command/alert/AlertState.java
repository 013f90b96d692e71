package id.antar.command.alert;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.alert.AlertCommand;
import id.antar.api.alert.AlertCommand.AcknowledgeAlert;
import id.antar.api.alert.AlertCommand.EndAlert;
import id.antar.api.alert.AlertCommand.RaiseAlert;
import id.antar.api.alert.AlertCommand.ReleaseAlert;
import id.antar.api.alert.AlertEvent;
import id.antar.api.alert.AlertEvent.AlertAcknowledged;
import id.antar.api.alert.AlertEvent.AlertEnded;
import id.antar.api.alert.AlertEvent.AlertRaised;
import id.antar.api.alert.AlertEvent.AlertReleased;
import id.antar.api.alert.AlertEvent.AlertWorsened;
import id.antar.api.alert.AlertRejection.AlertOver;
import id.antar.api.alert.AlertRejection.AlertTaken;
import id.antar.api.alert.AlertRejection.UnknownAlert;
import id.antar.command.decider.Decision;
import org.jspecify.annotations.Nullable;

/// Whether something is wrong, and who sees to it. Several watchers may say the same, so that what
/// stands already is not raised again, and what is over does not end.
sealed interface AlertState {

  /// By so much it has to be worse than told to be told again.
  int MUCH_WORSE = 2;

  record Unknown() implements AlertState {}

  /// @param takenBy nobody, if absent
  record Standing(double told, @Nullable String takenBy) implements AlertState {}

  record Over() implements AlertState {}

  default Decision<AlertEvent> decide(AlertCommand command) {
    return switch (command) {
      case RaiseAlert c -> raise(c);
      case AcknowledgeAlert c -> acknowledge(c);
      case ReleaseAlert c -> release(c);
      case EndAlert c -> end(c);
    };
  }

  private Decision<AlertEvent> raise(RaiseAlert c) {
    return switch (this) {
      case Standing(var told, _) when c.value() < MUCH_WORSE * told || c.value() <= told ->
          satisfied();
      case Standing _ -> accept(new AlertWorsened(c.alertId(), c.value(), c.occurredAt()));
      case Unknown _, Over _ ->
          accept(
              new AlertRaised(
                  c.alertId(),
                  c.kind(),
                  c.subject(),
                  c.value(),
                  c.threshold(),
                  c.since(),
                  c.occurredAt()));
    };
  }

  /// A second click changes nothing, whatever its note.
  private Decision<AlertEvent> acknowledge(AcknowledgeAlert c) {
    return switch (this) {
      case Unknown _ -> reject(new UnknownAlert(c.alertId()));
      case Over _ -> reject(new AlertOver(c.alertId()));
      case Standing(_, var by) when by == null ->
          accept(new AlertAcknowledged(c.alertId(), c.by(), c.note(), c.occurredAt()));
      case Standing(_, var by) when by.equals(c.by()) -> satisfied();
      case Standing(_, var by) -> reject(new AlertTaken(c.alertId(), by));
    };
  }

  private Decision<AlertEvent> release(ReleaseAlert c) {
    return switch (this) {
      case Unknown _ -> reject(new UnknownAlert(c.alertId()));
      case Over _ -> reject(new AlertOver(c.alertId()));
      case Standing(_, var by) when by == null -> satisfied();
      case Standing _ -> accept(new AlertReleased(c.alertId(), c.by(), c.occurredAt()));
    };
  }

  private Decision<AlertEvent> end(EndAlert c) {
    return switch (this) {
      case Unknown _, Over _ -> satisfied();
      case Standing _ -> accept(new AlertEnded(c.alertId(), c.cause(), c.occurredAt()));
    };
  }

  default AlertState evolve(AlertEvent event) {
    return switch (event) {
      case AlertRaised e -> new Standing(e.value(), null);
      case AlertWorsened e -> new Standing(e.value(), standing().takenBy());
      case AlertAcknowledged e -> new Standing(standing().told(), e.by());
      case AlertReleased _ -> new Standing(standing().told(), null);
      case AlertEnded _ -> new Over();
    };
  }

  private Standing standing() {
    if (this instanceof Standing standing) {
      return standing;
    }
    throw new IllegalStateException("The alert does not stand: " + this);
  }
}
