package id.antar.api.courier;

import id.antar.api.geo.Vehicle;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
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

  /// The courier was paid at a door.
  ///
  /// @param inHand all the cash that the courier has of the platform's from now on
  /// @param limitReached whether the courier may take no more orders that are paid in cash
  record CashTaken(
      CourierId courierId,
      OrderId orderId,
      Money amount,
      Money inHand,
      boolean limitReached,
      Instant occurredAt)
      implements CourierEvent {}

  /// The courier has given cash to the platform.
  record CashHandedIn(
      CourierId courierId,
      String handoverId,
      Money amount,
      Money inHand,
      boolean limitReached,
      Instant occurredAt)
      implements CourierEvent {}

  /// A shift begins with so much cash in hand that no order comes that is paid in cash.
  record CashStillInHand(CourierId courierId, Money inHand, Instant occurredAt)
      implements CourierEvent {}
}
