package id.antar.dispatch.lab.run;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import org.jspecify.annotations.Nullable;

/// A courier of a run: stands somewhere, or is on the way to a stop.
final class Rider {

  /// @param began second in which the courier set out
  record Move(GeoPoint from, GeoPoint to, int began, int arrives) {}

  final CourierId id;
  Vehicle vehicle = Vehicle.SCOOTER;
  GeoPoint place;

  /// Where the courier was when the trip was accepted, or at the last stop since.
  GeoPoint departed;

  @Nullable Move move;
  @Nullable Ride ride;
  boolean onShift;
  boolean onBreak;

  /// The shift is over as soon as the trip is.
  boolean leaving;

  /// Raised with every change of what the courier is doing: what was foreseen before is void.
  int doing;

  Rider(CourierId id, GeoPoint place) {
    this.id = id;
    this.place = place;
    this.departed = place;
  }

  boolean mayWork() {
    return onShift && !onBreak && !leaving;
  }

  GeoPoint placeAt(int second, Streets streets) {
    Move m = move;
    if (m == null) {
      return place;
    }
    double share =
        m.arrives() <= m.began() ? 1 : (second - m.began()) / (double) (m.arrives() - m.began());
    return streets.along(m.from(), m.to(), vehicle, Math.clamp(share, 0.0, 1.0));
  }

  void halt(int second, Streets streets) {
    place = placeAt(second, streets);
    move = null;
    doing++;
  }
}
