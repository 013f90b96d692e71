package id.antar.dispatch.live;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.Vehicle;
import java.time.Instant;

/// A courier on shift.
record BoardCourier(
    CourierId courierId, Vehicle vehicle, int capacity, Instant endsBy, boolean onBreak) {

  BoardCourier withVehicle(Vehicle other, int otherCapacity) {
    return new BoardCourier(courierId, other, otherCapacity, endsBy, onBreak);
  }

  BoardCourier withBreak(boolean on) {
    return new BoardCourier(courierId, vehicle, capacity, endsBy, on);
  }
}
