package id.antar.query.track;

import id.antar.api.courier.CourierId;
import id.antar.api.position.TrackQuery.TrackPoint;
import java.time.Instant;
import java.util.List;

/// A courier's way for a while, as it is stored: written once and never changed.
///
/// @param points oldest first, at least one
public record TrackPiece(CourierId courierId, List<TrackPoint> points) {

  public TrackPiece {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("points are empty.");
    }
  }

  public Instant beginsAt() {
    return points.getFirst().receivedAt();
  }

  public Instant endsAt() {
    return points.getLast().receivedAt();
  }
}
