package id.antar.dispatch.lab.facts;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import org.jspecify.annotations.Nullable;

/// A leg that a courier drove to a stop.
///
/// @param seconds it took; absent where it is not known when the courier set out
public record Driven(
    CourierId courierId, Vehicle vehicle, GeoPoint from, GeoPoint to, @Nullable Integer seconds) {}
