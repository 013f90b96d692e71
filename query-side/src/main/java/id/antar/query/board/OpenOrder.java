package id.antar.query.board;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.board.BoardView.BoardStop;
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
import id.antar.api.order.OrderStage;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An order that has not ended, by its own events.
///
/// @param declines how many offers of it came to nothing by the courier's answer, or without one
record OpenOrder(Placement placement, Progress progress, Carriage carriage, int declines) {

  /// What never changes.
  record Placement(
      OrderId orderId,
      CustomerId customerId,
      MerchantId merchantId,
      String merchantName,
      GeoPoint pickup,
      Personal<GeoPoint> dropoff,
      Money cashDue,
      Instant placedAt) {

    static Placement of(OrderPlaced e) {
      return new Placement(
          e.orderId(),
          e.customerId(),
          e.merchantId(),
          e.merchantName(),
          e.pickup(),
          new Personal<>(e.dropoff().person(), e.dropoff().find().map(Address::point).orElse(null)),
          e.cashDue(),
          e.occurredAt());
    }

    private Placement withoutPlace() {
      return new Placement(
          orderId,
          customerId,
          merchantId,
          merchantName,
          pickup,
          Personal.forgotten(dropoff.person()),
          cashDue,
          placedAt);
    }
  }

  /// How far it is.
  record Progress(
      OrderStage stage,
      Instant since,
      @Nullable Instant confirmBy,
      @Nullable Instant courierBy,
      @Nullable Instant readyEstimate,
      @Nullable Instant readyAt,
      @Nullable Instant pickedUpAt) {

    Progress to(OrderStage next, Instant at) {
      return new Progress(next, at, confirmBy, courierBy, readyEstimate, readyAt, pickedUpAt);
    }

    Progress submitted(OrderSubmitted e) {
      return new Progress(
          OrderStage.SUBMITTED, e.occurredAt(), e.confirmBy(), null, null, null, null);
    }

    Progress confirmed(OrderConfirmed e) {
      return new Progress(
          OrderStage.CONFIRMED, e.occurredAt(), null, e.courierBy(), e.readyAt(), null, null);
    }

    Progress expected(Instant estimate) {
      return new Progress(stage, since, confirmBy, courierBy, estimate, readyAt, pickedUpAt);
    }

    Progress ready(Instant at) {
      return new Progress(OrderStage.READY, at, null, courierBy, readyEstimate, at, pickedUpAt);
    }

    Progress pickedUp(Instant at) {
      return new Progress(OrderStage.PICKED_UP, at, null, courierBy, readyEstimate, readyAt, at);
    }

    /// What had been picked up is to be picked up again, ready already if it is not made anew.
    Progress stranded(OrderStranded e) {
      boolean ready = e.handover() != null;
      return new Progress(
          ready ? OrderStage.READY : OrderStage.PREPARING,
          e.occurredAt(),
          null,
          courierBy,
          e.readyAt(),
          ready ? e.readyAt() : null,
          null);
    }
  }

  /// Who carries it, or is to.
  ///
  /// @param waitingSince since when it waits for a courier; absent before it is confirmed, and
  ///   while it has one
  /// @param promisedFor when the first courier who had it was to be at the door
  record Carriage(
      @Nullable AssignmentId assignmentId,
      @Nullable CourierId courierId,
      @Nullable Personal<GeoPoint> handover,
      @Nullable CourierId pinnedTo,
      @Nullable Instant waitingSince,
      @Nullable Instant promisedFor) {

    static final Carriage NONE = new Carriage(null, null, null, null, null, null);

    Carriage by(AssignmentId assignment, CourierId courier) {
      return new Carriage(assignment, courier, handover, pinnedTo, null, promisedFor);
    }

    Carriage waiting(Instant since) {
      return new Carriage(null, null, handover, pinnedTo, since, promisedFor);
    }

    Carriage leftAt(@Nullable Personal<GeoPoint> place, Instant since) {
      return new Carriage(null, null, place, null, since, promisedFor);
    }

    Carriage pinned(@Nullable CourierId courier) {
      return new Carriage(assignmentId, courierId, handover, courier, waitingSince, promisedFor);
    }

    private Carriage promised(Instant door) {
      return new Carriage(assignmentId, courierId, handover, pinnedTo, waitingSince, door);
    }

    private Carriage without(PersonId person) {
      return handover == null || !handover.person().equals(person)
          ? this
          : new Carriage(
              assignmentId,
              courierId,
              Personal.forgotten(person),
              pinnedTo,
              waitingSince,
              promisedFor);
    }
  }

  /// @return null once it is over, or while it is not known
  static @Nullable OpenOrder evolve(@Nullable OpenOrder order, OrderEvent event) {
    if (event instanceof OrderPlaced e) {
      var progress = new Progress(OrderStage.PLACED, e.occurredAt(), null, null, null, null, null);
      return new OpenOrder(Placement.of(e), progress, Carriage.NONE, 0);
    }
    return order == null ? null : order.after(event);
  }

  private @Nullable OpenOrder after(OrderEvent event) {
    return switch (event) {
      case OrderPlaced _, OrderPaid _ -> this;
      case OrderSubmitted e -> at(progress.submitted(e));
      case OrderConfirmed e -> at(progress.confirmed(e)).carried(carriage.waiting(e.occurredAt()));
      case PreparationStarted e -> at(progress.to(OrderStage.PREPARING, e.occurredAt()));
      case ReadyTimeChanged e -> at(progress.expected(e.readyAt()));
      case OrderReady e -> at(progress.ready(e.occurredAt()));
      case CourierAssigned e -> carried(carriage.by(e.assignmentId(), e.courierId()));
      case CourierUnassigned e -> carried(carriage.waiting(e.occurredAt()));
      case OrderPickedUp e ->
          at(progress.pickedUp(e.occurredAt()))
              .carried(carriage.by(e.assignmentId(), e.courierId()));
      case OrderStranded e ->
          at(progress.stranded(e)).carried(carriage.leftAt(e.handover(), e.occurredAt()));
      case OrderPinned e -> carried(carriage.pinned(e.courierId()));
      case OrderUnpinned _ -> carried(carriage.pinned(null));
      case DeliveryFailed e ->
          at(progress.to(OrderStage.DELIVERY_FAILED, e.occurredAt()))
              .carried(carriage.pinned(null));
      case OrderDelivered _, OrderCancelled _, OrderReturned _ -> null;
      case OrderSettled _, TipGiven _, TipPaid _, TipFailed _, DeliveredThoughOff _ -> this;
    };
  }

  /// What is promised once stays promised.
  OpenOrder promised(OpenTrip trip) {
    BoardStop door = trip.find(Stop.Kind.DROPOFF, placement.orderId());
    boolean first =
        carriage.promisedFor() == null && trip.assignmentId().equals(carriage.assignmentId());
    return first && door != null ? carried(carriage.promised(door.eta())) : this;
  }

  OpenOrder declined() {
    return new OpenOrder(placement, progress, carriage, declines + 1);
  }

  OpenOrder without(PersonId person) {
    boolean place = placement.dropoff().person().equals(person);
    return new OpenOrder(
        place ? placement.withoutPlace() : placement, progress, carriage.without(person), declines);
  }

  private OpenOrder at(Progress next) {
    return new OpenOrder(placement, next, carriage, declines);
  }

  private OpenOrder carried(Carriage next) {
    return new OpenOrder(placement, progress, next, declines);
  }
}
