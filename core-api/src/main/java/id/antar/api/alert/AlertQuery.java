package id.antar.api.alert;

import id.antar.api.alert.AlertView.State;
import id.antar.api.message.Query;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Questions about alerts.
public sealed interface AlertQuery<R> extends Query<R> {

  /// The latest first: of those that are over by their end, of the others by when they were raised.
  ///
  /// @param state absent for all that are not over
  /// @param kind absent for all
  /// @param subject absent for all
  /// @param cursor the last answer's `nextCursor`
  record ListAlerts(
      @Nullable State state,
      @Nullable AlertKind kind,
      @Nullable String subject,
      @Nullable String cursor,
      int limit)
      implements AlertQuery<AlertPage> {
    @Override
    public Class<AlertPage> answer() {
      return AlertPage.class;
    }
  }

  /// @param counts of all that are not over, whatever was asked for
  record AlertPage(List<AlertView> alerts, @Nullable String nextCursor, AlertCounts counts) {
    public AlertPage {
      alerts = List.copyOf(alerts);
    }
  }

  record CountAlerts() implements AlertQuery<AlertCounts> {
    @Override
    public Class<AlertCounts> answer() {
      return AlertCounts.class;
    }
  }

  /// @param standing that nobody has taken, by kind; kinds without any are left out
  /// @param acknowledged the same of those that somebody has
  record AlertCounts(Map<AlertKind, Long> standing, Map<AlertKind, Long> acknowledged) {
    public AlertCounts {
      standing = Map.copyOf(standing);
      acknowledged = Map.copyOf(acknowledged);
    }
  }

  /// From when on there is an alert.
  record GetThresholds() implements AlertQuery<Thresholds> {
    @Override
    public Class<Thresholds> answer() {
      return Thresholds.class;
    }
  }

  /// @param calmSeconds for how long one has to be below its threshold to be over, in engine time
  record Thresholds(List<Threshold> thresholds, long calmSeconds) {
    public Thresholds {
      thresholds = List.copyOf(thresholds);
    }
  }

  /// @param realTime whether seconds are those outside, however fast the engine's clock runs
  record Threshold(AlertKind kind, double threshold, AlertKind.Unit unit, boolean realTime) {}
}
