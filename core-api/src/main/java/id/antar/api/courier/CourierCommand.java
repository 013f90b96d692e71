package id.antar.api.courier;

import id.antar.api.geo.Vehicle;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.api.person.Personal;
import java.time.Instant;

/// What can be asked of a courier's record.
public sealed interface CourierCommand {
  CourierId courierId();

  Instant occurredAt();

  /// `capacity` is how many orders fit at once.
  record RegisterCourier(
      CourierId courierId,
      Personal<CourierProfile> profile,
      Vehicle vehicle,
      int capacity,
      Instant occurredAt)
      implements CourierCommand {}

  /// Possible off shift only: the road profile of a trip never changes under way.
  record ChangeVehicle(CourierId courierId, Vehicle vehicle, int capacity, Instant occurredAt)
      implements CourierCommand {}

  record StartShift(CourierId courierId, Instant occurredAt) implements CourierCommand {}

  record StartBreak(CourierId courierId, Instant occurredAt) implements CourierCommand {}

  record EndBreak(CourierId courierId, Instant occurredAt) implements CourierCommand {}

  /// A courier who carries something finishes the trip; nothing new is offered.
  record EndShift(CourierId courierId, Instant occurredAt) implements CourierCommand {}

  /// Sent by the clock when a shift has reached its longest length; says nothing to a later shift.
  record ExpireShift(CourierId courierId, Instant startedAt, Instant occurredAt)
      implements CourierCommand {}

  /// The order was handed over and paid in cash.
  record TakeCash(CourierId courierId, OrderId orderId, Money amount, Instant occurredAt)
      implements CourierCommand {}

  /// An operator has counted what the courier brought.
  record HandInCash(CourierId courierId, String handoverId, Money amount, Instant occurredAt)
      implements CourierCommand {}
}
