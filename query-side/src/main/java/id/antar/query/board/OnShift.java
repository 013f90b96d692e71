package id.antar.query.board;

import id.antar.api.courier.CourierDuty;
import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierEvent.BreakEnded;
import id.antar.api.courier.CourierEvent.BreakStarted;
import id.antar.api.courier.CourierEvent.CashHandedIn;
import id.antar.api.courier.CourierEvent.CashStillInHand;
import id.antar.api.courier.CourierEvent.CashTaken;
import id.antar.api.courier.CourierEvent.CourierRegistered;
import id.antar.api.courier.CourierEvent.ShiftEnded;
import id.antar.api.courier.CourierEvent.ShiftStarted;
import id.antar.api.courier.CourierEvent.VehicleChanged;
import id.antar.api.courier.CourierId;
import id.antar.api.geo.Vehicle;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A courier whose shift has not ended, by their own events.
///
/// @param cashLimits the currencies of which there is too much in hand
record OnShift(
    CourierId courierId,
    Vehicle vehicle,
    int capacity,
    CourierDuty duty,
    Instant since,
    Instant dutySince,
    Instant endsBy,
    Set<String> cashLimits) {

  OnShift {
    cashLimits = Collections.unmodifiableSet(new TreeSet<>(cashLimits));
  }

  /// @return null while there is no shift
  static @Nullable OnShift evolve(@Nullable OnShift courier, CourierEvent event) {
    if (event instanceof ShiftStarted e) {
      return new OnShift(
          e.courierId(),
          e.vehicle(),
          e.capacity(),
          CourierDuty.ON_SHIFT,
          e.occurredAt(),
          e.occurredAt(),
          e.endsBy(),
          Set.of());
    }
    return courier == null ? null : courier.after(event);
  }

  private @Nullable OnShift after(CourierEvent event) {
    return switch (event) {
      case CourierRegistered _, ShiftStarted _ -> this;
      case VehicleChanged e -> with(e.vehicle(), e.capacity(), duty, dutySince, cashLimits);
      case BreakStarted e ->
          with(vehicle, capacity, CourierDuty.ON_BREAK, e.occurredAt(), cashLimits);
      case BreakEnded e ->
          with(vehicle, capacity, CourierDuty.ON_SHIFT, e.occurredAt(), cashLimits);
      case ShiftEnded _ -> null;
      case CashStillInHand e -> limited(e.inHand().currency(), true);
      case CashTaken e -> limited(e.inHand().currency(), e.limitReached());
      case CashHandedIn e -> limited(e.inHand().currency(), e.limitReached());
    };
  }

  private OnShift limited(String currency, boolean reached) {
    var next = new TreeSet<>(cashLimits);
    if (reached) {
      next.add(currency);
    } else {
      next.remove(currency);
    }
    return with(vehicle, capacity, duty, dutySince, next);
  }

  private OnShift with(
      Vehicle nextVehicle,
      int nextCapacity,
      CourierDuty nextDuty,
      Instant nextDutySince,
      Set<String> nextLimits) {
    return new OnShift(
        courierId, nextVehicle, nextCapacity, nextDuty, since, nextDutySince, endsBy, nextLimits);
  }
}
