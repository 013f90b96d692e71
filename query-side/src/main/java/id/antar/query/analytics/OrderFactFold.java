package id.antar.query.analytics;

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
import id.antar.query.analytics.OrderFact.Kind;
import id.antar.query.analytics.OrderFact.Outcome;
import id.antar.query.analytics.OrderFact.Plan;
import id.antar.query.analytics.OrderFact.Step;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import id.antar.query.projection.TripOrders;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class OrderFactFold implements Fold<OrderFact> {

  private final Cells cells = new Cells();

  @Override
  public String name() {
    return "order_fact";
  }

  @Override
  public Class<OrderFact> stateType() {
    return OrderFact.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return TripOrders.EVENTS;
  }

  @Override
  public Collection<String> keys(Object event) {
    return TripOrders.keys(event);
  }

  @Override
  public @Nullable OrderFact evolve(String key, @Nullable OrderFact before, Recorded recorded) {
    if (recorded.event() instanceof OrderPlaced placed) {
      return place(placed);
    }
    if (before == null) {
      throw new IllegalStateException(
          "Order " + key + " is not known here. Maybe its first event is parked.");
    }
    return switch (recorded.event()) {
      case OrderEvent e -> evolve(before, e);
      case AssignmentEvent e -> evolve(before, e);
      default -> before;
    };
  }

  @Override
  public Object view(OrderFact state) {
    return state;
  }

  private OrderFact place(OrderPlaced e) {
    return new OrderFact(
        e.orderId(),
        e.merchantId(),
        cells.of(e.pickup()),
        e.total().withoutTip(),
        e.occurredAt(),
        Outcome.OPEN,
        null,
        List.of(),
        Map.of());
  }

  private static OrderFact evolve(OrderFact fact, OrderEvent event) {
    return switch (event) {
      case OrderConfirmed e -> fact.after(step(Kind.CONFIRMED, e, null, e.readyAt()));
      case ReadyTimeChanged e -> fact.after(step(Kind.READY_MOVED, e, null, e.readyAt()));
      case OrderReady e -> fact.after(step(Kind.READY, e, null, e.occurredAt()));
      case CourierAssigned e ->
          fact.by(e.courierId()).after(step(Kind.ASSIGNED, e, e.assignmentId(), null));
      case CourierUnassigned e -> fact.after(step(Kind.UNASSIGNED, e, e.assignmentId(), null));
      case OrderPickedUp e ->
          fact.by(e.courierId()).after(step(Kind.PICKED_UP, e, e.assignmentId(), null));
      case OrderStranded e -> fact.after(stranded(e));
      case OrderDelivered e -> fact.after(step(Kind.DELIVERED, e, e.assignmentId(), null));
      case OrderCancelled _, DeliveryFailed _, OrderReturned _ ->
          fact.after(step(Kind.OFF, event, null, null));
      case OrderPlaced _,
          OrderPaid _,
          OrderSubmitted _,
          PreparationStarted _,
          OrderPinned _,
          OrderUnpinned _,
          OrderSettled _,
          TipGiven _,
          TipPaid _,
          TipFailed _,
          DeliveredThoughOff _ ->
          fact;
    };
  }

  /// One that is made again has a ready time to wait for, another is ready where it is.
  private static Step stranded(OrderStranded e) {
    return step(Kind.STRANDED, e, e.assignmentId(), e.handover() == null ? e.readyAt() : null);
  }

  private static Step step(
      Kind kind, OrderEvent e, @Nullable AssignmentId trip, @Nullable Instant readyAt) {
    return new Step(kind, e.occurredAt(), trip == null ? null : trip.value(), readyAt);
  }

  private static OrderFact evolve(OrderFact fact, AssignmentEvent event) {
    String trip = event.assignmentId().value();
    return switch (event) {
      case AssignmentOffered e -> planned(fact, e, e.stops());
      case AssignmentAmended e -> planned(fact, e, e.stops());
      case ArrivedAtPickup e -> fact.with(trip, fact.trip(trip).arrived(e.occurredAt()));
      case OfferDeclined _, OfferExpired _ -> fact.without(trip);
      case OfferAccepted _,
          PickupRecorded _,
          ArrivedAtDropoff _,
          DropoffRecorded _,
          DropoffFailed _,
          ReturnRequested _,
          ReturnRecorded _,
          OrderWithdrawn _,
          OrdersReleased _,
          AssignmentAbandoned _,
          AssignmentEnded _ ->
          fact;
    };
  }

  private static OrderFact planned(OrderFact fact, AssignmentEvent event, List<Stop> stops) {
    String trip = event.assignmentId().value();
    Instant pickup = find(fact, stops, Stop.Kind.PICKUP).orElse(null);
    return find(fact, stops, Stop.Kind.DROPOFF)
        .map(door -> new Plan(event.occurredAt(), pickup, door))
        .map(plan -> fact.with(trip, fact.trip(trip).planned(plan)))
        .orElse(fact);
  }

  private static Optional<Instant> find(OrderFact fact, List<Stop> stops, Stop.Kind kind) {
    return stops.stream()
        .filter(stop -> stop.kind() == kind && stop.orderId().equals(fact.orderId()))
        .findFirst()
        .map(Stop::eta);
  }
}
