package id.antar.api.courier;

import id.antar.api.geo.Vehicle;
import id.antar.api.person.Personal;
import java.time.Instant;

/// Facts about one courier.
public sealed interface CourierEvent {
  CourierId courierId();

  Instant occurredAt();

  record CourierRegistered(
      CourierId courierId,
      Personal<CourierProfile> profile,
      Vehicle vehicle,
      int capacity,
      Instant occurredAt)
      implements CourierEvent {}

  record VehicleChanged(CourierId courierId, Vehicle vehicle, int capacity, Instant occurredAt)
      implements CourierEvent {}

  /// Repeats vehicle and capacity, so that the fleet on duty can be read from recent events alone.
  record ShiftStarted(
      CourierId courierId, Vehicle vehicle, int capacity, Instant endsBy, Instant occurredAt)
      implements CourierEvent {}

  record BreakStarted(CourierId courierId, Instant occurredAt) implements CourierEvent {}

  record BreakEnded(CourierId courierId, Instant occurredAt) implements CourierEvent {}

  record ShiftEnded(CourierId courierId, boolean expired, Instant occurredAt)
      implements CourierEvent {}
}
