package id.antar.query.order;

import static java.util.Objects.requireNonNull;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtDropoff;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.DeliveredThoughOff;
import id.antar.api.order.OrderEvent.DeliveryFailed;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPaid;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderReturned;
import id.antar.api.order.OrderEvent.OrderSettled;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderEvent.OrderUnpinned;
import id.antar.api.order.OrderEvent.PreparationStarted;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderEvent.TipFailed;
import id.antar.api.order.OrderEvent.TipGiven;
import id.antar.api.order.OrderEvent.TipPaid;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderLine;
import id.antar.api.order.OrderStage;
import id.antar.api.order.OrderTotal;
import id.antar.api.order.OrderView;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPart;
import id.antar.api.person.Contact;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One order, and what every assignment that it was ever offered in says about it. The two are kept
/// apart until they are read: the order and an assignment are recorded independently, and whichever
/// comes first, the view is the same.
record OrderRow(
    Placement placement,
    OrderStage stage,
    @Nullable AssignmentId assignmentId,
    @Nullable CourierId courierId,
    Times times,
    @Nullable Personal<GeoPoint> handover,
    @Nullable CourierId pinnedTo,
    @Nullable String endReason,
    Map<String, Trip> trips,
    Instant changedAt) {

  /// What never changes.
  record Placement(
      OrderId orderId,
      CustomerId customerId,
      MerchantId merchantId,
      String merchantName,
      GeoPoint pickup,
      Personal<Contact> recipient,
      Personal<Address> dropoff,
      List<OrderLine> lines,
      OrderTotal total,
      PaymentId paymentId,
      List<PaymentMethod> paymentMethods,
      Money cashDue,
      Instant placedAt) {}

  record Times(
      @Nullable Instant confirmedAt,
      @Nullable Instant readyEstimate,
      @Nullable Instant readyAt,
      @Nullable Instant pickedUpAt,
      @Nullable Instant deliveredAt,
      @Nullable Instant endedAt) {

    static final Times NONE = new Times(null, null, null, null, null, null);

    Times confirmed(Instant at, Instant estimate) {
      return new Times(at, estimate, readyAt, pickedUpAt, deliveredAt, endedAt);
    }

    Times expected(Instant estimate) {
      return new Times(confirmedAt, estimate, readyAt, pickedUpAt, deliveredAt, endedAt);
    }

    Times ready(Instant at) {
      return new Times(confirmedAt, readyEstimate, at, pickedUpAt, deliveredAt, endedAt);
    }

    /// What had been picked up is to be picked up again, ready already if it is not made anew.
    Times stranded(Instant estimate, boolean ready) {
      return new Times(confirmedAt, estimate, ready ? estimate : null, null, deliveredAt, endedAt);
    }

    Times pickedUp(Instant at) {
      return new Times(confirmedAt, readyEstimate, readyAt, at, deliveredAt, endedAt);
    }

    Times delivered(Instant at) {
      return new Times(confirmedAt, readyEstimate, readyAt, pickedUpAt, at, at);
    }

    Times ended(Instant at) {
      return new Times(confirmedAt, readyEstimate, readyAt, pickedUpAt, deliveredAt, at);
    }
  }

  /// One assignment's part in this order.
  record Trip(
      @Nullable Instant pickupEta,
      @Nullable Instant dropoffEta,
      @Nullable Instant atPickup,
      @Nullable Instant atDoor) {

    static final Trip NONE = new Trip(null, null, null, null);

    /// A stop that is behind keeps the time it was planned for.
    Trip planned(OrderId orderId, List<Stop> stops) {
      Instant pickup = pickupEta;
      Instant dropoff = dropoffEta;
      for (Stop stop : stops) {
        if (stop.orderId().equals(orderId)) {
          switch (stop.kind()) {
            case PICKUP -> pickup = stop.eta();
            case DROPOFF -> dropoff = stop.eta();
            case RETURN -> {}
          }
        }
      }
      return new Trip(pickup, dropoff, atPickup, atDoor);
    }
  }

  OrderRow {
    trips = Map.copyOf(trips);
  }

  static OrderRow evolve(@Nullable OrderRow row, OrderEvent event) {
    if (event instanceof OrderPlaced placed) {
      return place(placed);
    }
    if (row == null) {
      throw unknown(event.orderId());
    }
    return row.evolve(event).changed(event.occurredAt());
  }

  static OrderRow evolve(@Nullable OrderRow row, OrderId orderId, AssignmentEvent event) {
    if (row == null) {
      throw unknown(orderId);
    }
    return row.evolve(orderId, event);
  }

  private static OrderRow place(OrderPlaced e) {
    return new OrderRow(
        new Placement(
            e.orderId(),
            e.customerId(),
            e.merchantId(),
            e.merchantName(),
            e.pickup(),
            e.recipient(),
            e.dropoff(),
            e.lines(),
            e.total(),
            e.paymentId(),
            e.payment().stream().map(PaymentPart::method).distinct().toList(),
            e.cashDue(),
            e.occurredAt()),
        OrderStage.PLACED,
        null,
        null,
        Times.NONE,
        null,
        null,
        null,
        Map.of(),
        e.occurredAt());
  }

  private OrderRow evolve(OrderEvent event) {
    return switch (event) {
      case OrderPlaced _, OrderPaid _ -> this;
      case OrderSubmitted _ -> at(OrderStage.SUBMITTED, times);
      case OrderConfirmed e ->
          at(OrderStage.CONFIRMED, times.confirmed(e.occurredAt(), e.readyAt()));
      case PreparationStarted _ -> at(OrderStage.PREPARING, times);
      case ReadyTimeChanged e -> at(stage, times.expected(e.readyAt()));
      case OrderReady e -> at(OrderStage.READY, times.ready(e.occurredAt()));
      case CourierAssigned e -> carriedBy(e.assignmentId(), e.courierId());
      case CourierUnassigned _ -> carriedBy(null, null);
      case OrderPickedUp e ->
          carriedBy(e.assignmentId(), e.courierId())
              .at(OrderStage.PICKED_UP, times.pickedUp(e.occurredAt()));
      case OrderStranded e -> stranded(e).pinnedTo(null);
      case OrderPinned e -> pinnedTo(e.courierId());
      case OrderUnpinned _ -> pinnedTo(null);
      case OrderDelivered e ->
          at(OrderStage.DELIVERED, times.delivered(e.occurredAt())).pinnedTo(null);
      case OrderCancelled e ->
          at(OrderStage.CANCELLED, times.ended(e.occurredAt())).because(e.reason()).pinnedTo(null);
      case DeliveryFailed e ->
          at(OrderStage.DELIVERY_FAILED, times).because(e.reason()).pinnedTo(null);
      case OrderReturned e -> at(OrderStage.RETURNED, times.ended(e.occurredAt()));
      case OrderSettled _, TipGiven _, TipPaid _, TipFailed _, DeliveredThoughOff _ -> this;
    };
  }

  /// Only what the view shows is taken over; everything else about a trip is the assignment's.
  private OrderRow evolve(OrderId orderId, AssignmentEvent event) {
    return switch (event) {
      case AssignmentOffered e -> withTrip(e.assignmentId(), Trip.NONE.planned(orderId, e.stops()));
      case AssignmentAmended e -> amended(orderId, e);
      case ArrivedAtPickup e -> {
        Trip trip = trip(e.assignmentId());
        yield with(e, new Trip(trip.pickupEta, trip.dropoffEta, e.occurredAt(), trip.atDoor));
      }
      case ArrivedAtDropoff e -> {
        Trip trip = trip(e.assignmentId());
        yield with(e, new Trip(trip.pickupEta, trip.dropoffEta, trip.atPickup, e.occurredAt()));
      }
      case AssignmentEvent.OfferDeclined e -> without(e.assignmentId());
      case AssignmentEvent.OfferExpired e -> without(e.assignmentId());
      case AssignmentEvent.OfferAccepted _,
          AssignmentEvent.PickupRecorded _,
          AssignmentEvent.DropoffRecorded _,
          AssignmentEvent.DropoffFailed _,
          AssignmentEvent.ReturnRequested _,
          AssignmentEvent.ReturnRecorded _,
          AssignmentEvent.OrderWithdrawn _,
          AssignmentEvent.OrdersReleased _,
          AssignmentEvent.AssignmentAbandoned _,
          AssignmentEvent.AssignmentEnded _ ->
          this;
    };
  }

  /// An order that comes to the trip has not been visited by it, one that leaves has no part in it.
  private OrderRow amended(OrderId orderId, AssignmentAmended e) {
    if (e.removed().contains(orderId)) {
      return without(e.assignmentId());
    }
    Trip before = e.added().contains(orderId) ? Trip.NONE : trip(e.assignmentId());
    return withTrip(e.assignmentId(), before.planned(orderId, e.stops()));
  }

  private OrderRow stranded(OrderStranded e) {
    boolean ready = e.handover() != null;
    return new OrderRow(
        placement,
        ready ? OrderStage.READY : OrderStage.PREPARING,
        null,
        null,
        times.stranded(e.readyAt(), ready),
        e.handover(),
        pinnedTo,
        endReason,
        trips,
        changedAt);
  }

  OrderView view() {
    Trip trip = assignmentId == null ? Trip.NONE : trip(assignmentId);
    return new OrderView(
        placement.orderId(),
        placement.customerId(),
        placement.merchantId(),
        placement.merchantName(),
        placement.pickup(),
        placement.recipient(),
        placement.dropoff(),
        placement.lines(),
        placement.total(),
        placement.paymentId(),
        placement.paymentMethods(),
        placement.cashDue(),
        stage,
        assignmentId,
        courierId,
        placement.placedAt(),
        times.confirmedAt(),
        times.readyEstimate(),
        times.readyAt(),
        trip.atPickup(),
        times.pickedUpAt(),
        trip.atDoor(),
        times.deliveredAt(),
        times.endedAt(),
        trip.pickupEta(),
        trip.dropoffEta(),
        handover,
        pinnedTo,
        endReason,
        changedAt);
  }

  private Trip trip(AssignmentId id) {
    return trips.getOrDefault(id.value(), Trip.NONE);
  }

  /// An arrival is a change of the order; a mere offer is none.
  private OrderRow with(AssignmentEvent event, Trip trip) {
    return withTrip(event.assignmentId(), trip).changed(event.occurredAt());
  }

  private OrderRow withTrip(AssignmentId id, Trip trip) {
    Map<String, Trip> next = new HashMap<>(trips);
    next.put(id.value(), trip);
    return withTrips(next);
  }

  private OrderRow without(AssignmentId id) {
    Map<String, Trip> next = new HashMap<>(trips);
    next.remove(id.value());
    return withTrips(next);
  }

  private OrderRow withTrips(Map<String, Trip> next) {
    return new OrderRow(
        placement,
        stage,
        assignmentId,
        courierId,
        times,
        handover,
        pinnedTo,
        endReason,
        next,
        changedAt);
  }

  private OrderRow at(OrderStage next, Times nextTimes) {
    return new OrderRow(
        placement,
        next,
        assignmentId,
        courierId,
        nextTimes,
        handover,
        pinnedTo,
        endReason,
        trips,
        changedAt);
  }

  private OrderRow carriedBy(@Nullable AssignmentId assignment, @Nullable CourierId courier) {
    return new OrderRow(
        placement,
        stage,
        assignment,
        courier,
        times,
        handover,
        pinnedTo,
        endReason,
        trips,
        changedAt);
  }

  private OrderRow pinnedTo(@Nullable CourierId courier) {
    return new OrderRow(
        placement,
        stage,
        assignmentId,
        courierId,
        times,
        handover,
        courier,
        endReason,
        trips,
        changedAt);
  }

  private OrderRow because(String reason) {
    return new OrderRow(
        placement,
        stage,
        assignmentId,
        courierId,
        times,
        handover,
        pinnedTo,
        requireNonNull(reason),
        trips,
        changedAt);
  }

  /// The latest of all, whichever came first.
  private OrderRow changed(Instant at) {
    Instant latest = at.isAfter(changedAt) ? at : changedAt;
    return new OrderRow(
        placement,
        stage,
        assignmentId,
        courierId,
        times,
        handover,
        pinnedTo,
        endReason,
        trips,
        latest);
  }

  private static IllegalStateException unknown(OrderId orderId) {
    return new IllegalStateException(
        "Order " + orderId + " is not known here. Maybe its first event is parked.");
  }
}
