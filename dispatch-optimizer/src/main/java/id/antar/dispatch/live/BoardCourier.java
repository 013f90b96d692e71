package id.antar.dispatch.live;

import id.antar.api.courier.CourierEvent.ShiftStarted;
import id.antar.api.courier.CourierId;
import id.antar.api.geo.Vehicle;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// A courier on shift.
///
/// @param carried orders picked up in this shift
/// @param cashLimits the currencies of which the courier has so much in hand that no order comes
///   that is paid in cash
record BoardCourier(
    CourierId courierId,
    Vehicle vehicle,
    int capacity,
    Instant startedAt,
    Instant endsBy,
    boolean onBreak,
    int carried,
    Set<String> cashLimits) {

  BoardCourier {
    cashLimits = Set.copyOf(cashLimits);
  }

  static BoardCourier of(ShiftStarted e) {
    return new BoardCourier(
        e.courierId(), e.vehicle(), e.capacity(), e.occurredAt(), e.endsBy(), false, 0, Set.of());
  }

  boolean isOnDuty(Instant now) {
    return !onBreak && endsBy.isAfter(now);
  }

  BoardCourier withVehicle(Vehicle other, int otherCapacity) {
    return new BoardCourier(
        courierId, other, otherCapacity, startedAt, endsBy, onBreak, carried, cashLimits);
  }

  BoardCourier withBreak(boolean on) {
    return new BoardCourier(
        courierId, vehicle, capacity, startedAt, endsBy, on, carried, cashLimits);
  }

  BoardCourier withOneMore() {
    return new BoardCourier(
        courierId, vehicle, capacity, startedAt, endsBy, onBreak, carried + 1, cashLimits);
  }

  BoardCourier withCashLimit(String currency, boolean reached) {
    var limits = new HashSet<>(cashLimits);
    limits.remove(currency);
    if (reached) {
      limits.add(currency);
    }
    return new BoardCourier(
        courierId, vehicle, capacity, startedAt, endsBy, onBreak, carried, limits);
  }

  boolean mayTakeCash() {
    return cashLimits.isEmpty();
  }
}
