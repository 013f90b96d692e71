package id.antar.query.alert;

import id.antar.api.alert.AlertEvent;
import id.antar.api.alert.AlertEvent.AlertAcknowledged;
import id.antar.api.alert.AlertEvent.AlertEnded;
import id.antar.api.alert.AlertEvent.AlertRaised;
import id.antar.api.alert.AlertEvent.AlertReleased;
import id.antar.api.alert.AlertEvent.AlertWorsened;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row for each alert, as it stands or stood last.
final class AlertFold implements Fold<AlertRow> {

  @Override
  public String name() {
    return "alert";
  }

  @Override
  public Class<AlertRow> stateType() {
    return AlertRow.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(AlertEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return event instanceof AlertEvent e ? List.of(e.alertId().value()) : List.of();
  }

  @Override
  public @Nullable AlertRow evolve(String key, @Nullable AlertRow before, Recorded recorded) {
    return switch ((AlertEvent) recorded.event()) {
      case AlertRaised e -> AlertRow.raised(e, before == null ? 1 : before.times() + 1);
      case AlertWorsened e -> before == null ? null : before.worse(e);
      case AlertAcknowledged e -> before == null ? null : before.taken(e);
      case AlertReleased _ -> before == null ? null : before.free();
      case AlertEnded e -> before == null ? null : before.over(e);
    };
  }

  @Override
  public Object view(AlertRow state) {
    return state;
  }
}
