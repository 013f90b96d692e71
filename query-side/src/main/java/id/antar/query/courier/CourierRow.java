package id.antar.query.courier;

import static java.util.Comparator.comparing;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtDropoff;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentEvent.DropoffFailed;
import id.antar.api.assignment.AssignmentEvent.DropoffRecorded;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OfferExpired;
import id.antar.api.assignment.AssignmentEvent.OrderWithdrawn;
import id.antar.api.assignment.AssignmentEvent.OrdersReleased;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRequested;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
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
import id.antar.api.courier.CourierProfile;
import id.antar.api.courier.CourierView;
import id.antar.api.geo.Vehicle;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.api.person.Personal;
import id.antar.query.projection.TripOrders;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One courier, and each assignment that is not over.
///
/// @param open by assignment
/// @param cash what the courier has of the platform's, by currency
/// @param cashLimitReached the currencies of which it is too much
record CourierRow(
    CourierId courierId,
    Personal<CourierProfile> profile,
    Vehicle vehicle,
    int capacity,
    CourierDuty duty,
    Map<String, Trip> open,
    int delivered,
    Map<String, Money> cash,
    Set<String> cashLimitReached,
    Instant changedAt) {

  /// @param orders those that are not finished
  record Trip(boolean accepted, List<OrderId> orders) {
    Trip {
      orders = List.copyOf(orders);
    }

    Trip without(List<OrderId> gone) {
      return new Trip(accepted, orders.stream().filter(order -> !gone.contains(order)).toList());
    }
  }

  CourierRow {
    open = Map.copyOf(open);
    cash = Map.copyOf(cash);
    cashLimitReached = Set.copyOf(cashLimitReached);
  }

  static CourierRow evolve(@Nullable CourierRow row, CourierEvent event) {
    if (event instanceof CourierRegistered e) {
      return new CourierRow(
          e.courierId(),
          e.profile(),
          e.vehicle(),
          e.capacity(),
          CourierDuty.OFF_SHIFT,
          Map.of(),
          0,
          Map.of(),
          Set.of(),
          e.occurredAt());
    }
    return require(row, event.courierId()).evolve(event).changed(event.occurredAt());
  }

  static CourierRow evolve(@Nullable CourierRow row, AssignmentEvent event) {
    return require(row, event.courierId()).evolve(event).changed(event.occurredAt());
  }

  private CourierRow evolve(CourierEvent event) {
    return switch (event) {
      case CourierRegistered _ -> this;
      case VehicleChanged e -> working(e.vehicle(), e.capacity(), duty);
      case ShiftStarted e -> working(e.vehicle(), e.capacity(), CourierDuty.ON_SHIFT);
      case BreakStarted _ -> working(vehicle, capacity, CourierDuty.ON_BREAK);
      case BreakEnded _ -> working(vehicle, capacity, CourierDuty.ON_SHIFT);
      case ShiftEnded _ -> working(vehicle, capacity, CourierDuty.OFF_SHIFT);
      case CashStillInHand e -> withCash(e.inHand(), true);
      case CashTaken e -> withCash(e.inHand(), e.limitReached());
      case CashHandedIn e -> withCash(e.inHand(), e.limitReached());
    };
  }

  private CourierRow evolve(AssignmentEvent event) {
    return switch (event) {
      case AssignmentOffered e -> with(e, new Trip(false, TripOrders.named(e)));
      case OfferAccepted e -> with(e, new Trip(true, e.orders()));
      case OfferDeclined e -> over(e);
      case OfferExpired e -> over(e);
      case DropoffRecorded e -> finished(e, delivered + 1);
      case ReturnRecorded e -> finished(e, delivered);
      case OrderWithdrawn e -> finished(e, delivered);
      case OrdersReleased e -> finished(e, delivered);
      case AssignmentAmended e ->
          with(e, new Trip(true, e.stops().stream().map(Stop::orderId).distinct().toList()));
      case AssignmentAbandoned e -> finished(e, delivered);
      case AssignmentEnded e -> over(e);
      case ArrivedAtPickup _,
          PickupRecorded _,
          ArrivedAtDropoff _,
          DropoffFailed _,
          ReturnRequested _ ->
          this;
    };
  }

  CourierView view() {
    Optional<Entry<String, Trip>> offer = first(false);
    Optional<Entry<String, Trip>> trip = first(true);
    return new CourierView(
        courierId,
        profile,
        vehicle,
        capacity,
        duty,
        offer.map(Entry::getKey).map(AssignmentId::new).orElse(null),
        trip.map(Entry::getKey).map(AssignmentId::new).orElse(null),
        trip.map(Entry::getValue).map(Trip::orders).orElse(List.of()),
        delivered,
        cash.values().stream().sorted(comparing(Money::currency)).toList(),
        !cashLimitReached.isEmpty(),
        changedAt);
  }

  /// There is one at most unless something went wrong; then the choice is at least always the same.
  private Optional<Entry<String, Trip>> first(boolean accepted) {
    return open.entrySet().stream()
        .filter(entry -> entry.getValue().accepted() == accepted)
        .min(Entry.comparingByKey());
  }

  private CourierRow withCash(Money inHand, boolean limitReached) {
    Map<String, Money> nextCash = new HashMap<>(cash);
    nextCash.put(inHand.currency(), inHand);
    Set<String> reached = new HashSet<>(cashLimitReached);
    reached.remove(inHand.currency());
    if (limitReached) {
      reached.add(inHand.currency());
    }
    return new CourierRow(
        courierId, profile, vehicle, capacity, duty, open, delivered, nextCash, reached, changedAt);
  }

  private CourierRow working(Vehicle nextVehicle, int nextCapacity, CourierDuty nextDuty) {
    return new CourierRow(
        courierId,
        profile,
        nextVehicle,
        nextCapacity,
        nextDuty,
        open,
        delivered,
        cash,
        cashLimitReached,
        changedAt);
  }

  private CourierRow finished(AssignmentEvent event, int nextDelivered) {
    Trip trip = open.get(event.assignmentId().value());
    CourierRow row = trip == null ? this : with(event, trip.without(TripOrders.named(event)));
    return new CourierRow(
        courierId,
        profile,
        vehicle,
        capacity,
        duty,
        row.open,
        nextDelivered,
        cash,
        cashLimitReached,
        changedAt);
  }

  private CourierRow with(AssignmentEvent event, Trip trip) {
    Map<String, Trip> next = new HashMap<>(open);
    next.put(event.assignmentId().value(), trip);
    return opened(next);
  }

  private CourierRow over(AssignmentEvent event) {
    Map<String, Trip> next = new HashMap<>(open);
    next.remove(event.assignmentId().value());
    return opened(next);
  }

  private CourierRow opened(Map<String, Trip> next) {
    return new CourierRow(
        courierId,
        profile,
        vehicle,
        capacity,
        duty,
        next,
        delivered,
        cash,
        cashLimitReached,
        changedAt);
  }

  /// The latest of all, whichever came first.
  private CourierRow changed(Instant at) {
    Instant latest = at.isAfter(changedAt) ? at : changedAt;
    return new CourierRow(
        courierId,
        profile,
        vehicle,
        capacity,
        duty,
        open,
        delivered,
        cash,
        cashLimitReached,
        latest);
  }

  private static CourierRow require(@Nullable CourierRow row, CourierId courierId) {
    if (row == null) {
      throw new IllegalStateException(
          "Courier " + courierId + " is not known here. Maybe its first event is parked.");
    }
    return row;
  }
}
