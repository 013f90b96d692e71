package id.antar.dispatch.lab;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.dispatch.lab.run.Streets;
import id.antar.dispatch.live.MeasureTravel;

/// Everybody goes straight, at six metres a second.
final class LineStreets implements Streets {

  private static final double METRES_PER_SECOND = 6;

  @Override
  public MeasureTravel travel() {
    return (from, to, _) ->
        new MeasureTravel.Measured() {
          @Override
          public int seconds(int i, int j) {
            return (int) Math.ceil(from.get(i).metresTo(to.get(j)) / METRES_PER_SECOND);
          }

          @Override
          public boolean isGuess(int i, int j) {
            return false;
          }
        };
  }

  @Override
  public double metres(GeoPoint from, GeoPoint to, Vehicle vehicle) {
    return from.metresTo(to);
  }

  @Override
  public GeoPoint along(GeoPoint from, GeoPoint to, Vehicle vehicle, double share) {
    return new GeoPoint(
        from.latitude() + share * (to.latitude() - from.latitude()),
        from.longitude() + share * (to.longitude() - from.longitude()));
  }
}
