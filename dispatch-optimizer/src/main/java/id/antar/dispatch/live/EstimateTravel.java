package id.antar.dispatch.live;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import java.util.OptionalInt;

/// Seconds on the road, or empty where there is no way.
interface EstimateTravel {
  OptionalInt seconds(GeoPoint from, GeoPoint to, Vehicle vehicle);
}
