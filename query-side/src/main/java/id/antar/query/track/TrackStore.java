package id.antar.query.track;

import id.antar.api.courier.CourierId;
import id.antar.api.position.TrackQuery.TrackPoint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Where couriers' ways are kept. Its calls block.
public interface TrackStore {

  /// A piece that is there already stays as it is.
  void add(Collection<TrackPiece> pieces);

  /// The last point of each courier that came in at a moment or before; couriers without one are
  /// left out.
  Map<CourierId, TrackPoint> last(Collection<CourierId> couriers, Instant at);

  /// The points that came in from a moment on and before another one, oldest first.
  ///
  /// @param most of them
  List<TrackPoint> between(CourierId courier, Instant from, Instant to, int most);

  /// @return how many pieces there were
  int dropBefore(Instant end);

  void forget(CourierId courier);
}
