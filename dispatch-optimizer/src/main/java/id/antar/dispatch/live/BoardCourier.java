package id.antar.dispatch.live;

import id.antar.api.courier.CourierEvent.ShiftStarted;
import id.antar.api.courier.CourierId;
import id.antar.api.geo.Vehicle;
import java.time.Instant;

/// A courier on shift.
///
/// @param carried orders picked up in this shift
record BoardCourier(
    CourierId courierId,
    Vehicle vehicle,
    int capacity,
    Instant startedAt,
    Instant endsBy,
    boolean onBreak,
    int carried) {

  static BoardCourier of(ShiftStarted e) {
    return new BoardCourier(
        e.courierId(), e.vehicle(), e.capacity(), e.occurredAt(), e.endsBy(), false, 0);
  }

  boolean isOnDuty(Instant now) {
    return !onBreak && endsBy.isAfter(now);
  }

  BoardCourier withVehicle(Vehicle other, int otherCapacity) {
    return new BoardCourier(courierId, other, otherCapacity, startedAt, endsBy, onBreak, carried);
  }

  BoardCourier withBreak(boolean on) {
    return new BoardCourier(courierId, vehicle, capacity, startedAt, endsBy, on, carried);
  }

  BoardCourier withOneMore() {
    return new BoardCourier(courierId, vehicle, capacity, startedAt, endsBy, onBreak, carried + 1);
  }
}
