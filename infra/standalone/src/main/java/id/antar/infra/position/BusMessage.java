package id.antar.infra.position;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.LiveUpdate.OrderEta;
import java.util.ArrayList;
import java.util.List;

/// What one process tells the others at once. A later version may tell more: another kind of update
/// is another list, which an earlier version passes over as it does fields that it does not know.
///
/// @param sentAt when, by the sending machine's clock, in milliseconds
/// @param leaving whether it will not be heard of again
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record BusMessage(
    long sentAt, boolean leaving, List<CourierPosition> positions, List<OrderEta> etas) {

  BusMessage {
    positions = positions == null ? List.of() : List.copyOf(positions);
    etas = etas == null ? List.of() : List.copyOf(etas);
  }

  static BusMessage of(long sentAt, List<LiveUpdate> updates) {
    var positions = new ArrayList<CourierPosition>();
    var etas = new ArrayList<OrderEta>();
    for (LiveUpdate update : updates) {
      switch (update) {
        case CourierPosition position -> positions.add(position);
        case OrderEta eta -> etas.add(eta);
      }
    }
    return new BusMessage(sentAt, false, positions, etas);
  }

  static BusMessage farewell(long sentAt) {
    return new BusMessage(sentAt, true, List.of(), List.of());
  }

  int size() {
    return positions.size() + etas.size();
  }

  /// @param nanoTime when it came in: what the sender stamped means nothing here
  List<LiveUpdate> heardAt(long nanoTime) {
    var updates = new ArrayList<LiveUpdate>(size());
    positions.forEach(it -> updates.add(stamped(it, nanoTime)));
    updates.addAll(etas);
    return updates;
  }

  private static CourierPosition stamped(CourierPosition it, long nanoTime) {
    return new CourierPosition(
        it.courierId(),
        it.point(),
        it.headingDegrees(),
        it.speedMetresPerSecond(),
        it.accuracyMetres(),
        it.sequence(),
        it.occurredAt(),
        it.receivedAt(),
        nanoTime);
  }
}
