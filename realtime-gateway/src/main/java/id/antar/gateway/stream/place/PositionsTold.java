package id.antar.gateway.stream.place;

import id.antar.gateway.stream.hub.Topic;
import java.time.Instant;
import java.util.List;

/// What one frame tells of a cell or a zone.
///
/// @param cell 0 for a zone
/// @param whole whether it tells of all who are there, not just of changes
record PositionsTold(
    Topic topic, long cell, Instant at, boolean whole, List<Told> positions, List<Sighting> gone) {

  /// @param named whether readers have to be told whom the number stands for
  record Told(Sighting sighting, boolean named) {}
}
