package id.antar.query.analytics;

import id.antar.api.courier.CourierId;
import id.antar.query.projection.Column;
import java.time.Instant;
import java.util.List;

/// From a moment on a courier is on duty, or is not any more (off shift, or on a break).
///
/// @param sequence among the courier's own events
record DutyFact(CourierId courierId, Instant changedAt, long sequence, boolean onDuty) {

  static List<Column<DutyFact>> columns() {
    return List.of(
        Column.text("courier_id", DutyFact::courierId),
        Column.at("changed_at", DutyFact::changedAt),
        new Column<>("sequence", Long.class, DutyFact::sequence));
  }
}
