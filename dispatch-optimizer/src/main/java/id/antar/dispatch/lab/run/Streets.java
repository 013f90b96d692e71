package id.antar.dispatch.lab.run;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.dispatch.live.MeasureTravel;
import java.util.List;

/// The town's streets, as couriers drive them and the planner believes them to be.
public interface Streets {

  MeasureTravel travel();

  double metres(GeoPoint from, GeoPoint to, Vehicle vehicle);

  /// Where somebody is who has come this share of the way, from 0 to 1.
  GeoPoint along(GeoPoint from, GeoPoint to, Vehicle vehicle, double share);

  /// A way that does not exist takes as long as walking it straight would.
  default int seconds(GeoPoint from, GeoPoint to, Vehicle vehicle) {
    int seconds = travel().measure(List.of(from), List.of(to), vehicle).seconds(0, 0);
    return seconds == MeasureTravel.UNREACHABLE ? (int) from.metresTo(to) : seconds;
  }
}
