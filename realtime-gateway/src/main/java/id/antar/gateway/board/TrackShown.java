package id.antar.gateway.board;

import id.antar.api.courier.CourierId;
import id.antar.api.position.TrackQuery.Track;
import id.antar.api.position.TrackQuery.TrackPoint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A way as a GeoJSON feature (RFC 7946): longitude before latitude, and a time for each point.
///
/// @param geometry a line; null for no point
record TrackShown(String type, @Nullable Geometry geometry, Properties properties) {

  /// @param coordinates of a single point twice, because a line needs two
  record Geometry(String type, List<List<Double>> coordinates) {}

  /// @param times when each point came in
  /// @param phoneTimes the same by the phone's clock
  /// @param whole whether nothing was left out
  record Properties(
      CourierId courierId, List<Instant> times, List<Instant> phoneTimes, boolean whole) {}

  static TrackShown of(Track track) {
    List<TrackPoint> found = track.points();
    List<TrackPoint> points =
        found.size() == 1 ? List.of(found.getFirst(), found.getFirst()) : found;
    return new TrackShown(
        "Feature",
        points.isEmpty()
            ? null
            : new Geometry("LineString", points.stream().map(TrackShown::place).toList()),
        new Properties(
            track.courierId(),
            points.stream().map(TrackPoint::receivedAt).toList(),
            points.stream().map(TrackPoint::occurredAt).toList(),
            track.whole()));
  }

  private static List<Double> place(TrackPoint point) {
    return List.of(point.point().longitude(), point.point().latitude());
  }
}
