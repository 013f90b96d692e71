package id.antar.api.position;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.message.Query;
import java.time.Instant;
import java.util.List;

/// Questions about where couriers were, as far as it is kept.
public sealed interface TrackQuery<R> extends Query<R> {

  /// Where one courier was seen, oldest first.
  ///
  /// @param from the first moment at which a point came in
  /// @param to the moment before which it came in
  /// @param limit of points; what is after them is left out
  record GetTrack(CourierId courierId, Instant from, Instant to, int limit)
      implements TrackQuery<Track> {
    @Override
    public Class<Track> answer() {
      return Track.class;
    }
  }

  /// @param whole whether nothing was left out
  record Track(CourierId courierId, List<TrackPoint> points, boolean whole) {
    public Track {
      points = List.copyOf(points);
    }
  }

  /// @param receivedAt by the engine's clock, in milliseconds
  /// @param occurredAt by the phone's clock, in milliseconds
  /// @param point to a millionth of a degree
  record TrackPoint(Instant receivedAt, Instant occurredAt, GeoPoint point) {}
}
