package id.antar.dispatch.live;

import static id.antar.dispatch.live.BoardOrder.Readiness.PROMISED;
import static id.antar.dispatch.live.BoardOrder.Readiness.READY;
import static id.antar.dispatch.live.BoardOrder.Readiness.REVISED;

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
import id.antar.api.person.Personal;
import id.antar.dispatch.live.BoardSnapshot.Source;
import id.antar.dispatch.live.BoardTrip.BoardStop;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the dispatcher has to know of the world, folded from events: orders that have not ended,
/// couriers on shift, offers and trips. Beside that, the offers it has sent and not yet seen come
/// back as events. Facts about orders or trips that it does not know are passed over. Safe for any
/// number of threads.
final class OpenBoard {

  /// So many merchants stand for where orders come from.
  private static final int BUSIEST = 32;

  /// What a merchant without any order weighs, in orders.
  private static final int QUIET_MERCHANT = 1;

  private record Sent(CourierId courierId, List<OrderId> orders, Instant until) {}

  private final Map<OrderId, BoardOrder> orders = new HashMap<>();
  private final Map<CourierId, BoardCourier> couriers = new HashMap<>();
  private final Map<AssignmentId, BoardTrip> trips = new HashMap<>();
  private final Map<CourierId, AssignmentId> underWay = new HashMap<>();
  private final Map<AssignmentId, Sent> sent = new HashMap<>();

  /// Where merchants are, as their last orders say.
  private final Map<MerchantId, GeoPoint> merchants = new HashMap<>();

  /// Orders that were taken off a trip by an amendment and not unassigned yet.
  private final Map<OrderId, AssignmentId> takenOff = new HashMap<>();

  /// Says whether a round may now decide otherwise than before.
  synchronized boolean apply(OrderEvent event) {
    return switch (event) {
      case OrderPlaced e -> place(e);
      case OrderPaid _, OrderSubmitted _, PreparationStarted _ -> false;
      case OrderConfirmed e ->
          change(e.orderId(), order -> order.withReadyAt(e.readyAt(), PROMISED));
      case ReadyTimeChanged e ->
          change(e.orderId(), order -> order.withReadyAt(e.readyAt(), REVISED));
      case OrderReady e -> change(e.orderId(), order -> order.withReadyAt(e.occurredAt(), READY));
      case CourierAssigned e -> {
        change(e.orderId(), order -> order.withHeldBy(e.assignmentId()));
        yield false;
      }
      case CourierUnassigned e -> unassign(e);
      case OrderPickedUp e -> {
        change(e.orderId(), BoardOrder::withCarried);
        yield false;
      }
      case OrderStranded e -> strand(e);
      case OrderPinned e -> change(e.orderId(), order -> order.withPinnedTo(e.courierId()));
      case OrderUnpinned e -> change(e.orderId(), order -> order.withPinnedTo(null));
      case DeliveryFailed _ -> false;
      case OrderDelivered e -> end(e.orderId());
      case OrderCancelled e -> end(e.orderId());
      case OrderReturned e -> end(e.orderId());
      case OrderSettled _, TipGiven _, TipPaid _, TipFailed _, DeliveredThoughOff _ -> false;
    };
  }

  synchronized boolean apply(AssignmentEvent event) {
    return switch (event) {
      case AssignmentOffered e -> offer(e);
      case OfferAccepted e -> accept(e);
      case OfferDeclined e -> decline(e, e.orders());
      case OfferExpired e -> decline(e, e.orders());
      case ArrivedAtPickup e -> visit(e, BoardTrip::asArrived);
      case ArrivedAtDropoff e -> visit(e, trip -> trip);
      case PickupRecorded e -> {
        courier(e.courierId(), BoardCourier::withOneMore);
        yield visit(e, trip -> trip.without(Stop.Kind.PICKUP, e.orderId()));
      }
      case DropoffRecorded e -> visit(e, trip -> trip.without(e.orderId()));
      case DropoffFailed e -> visit(e, trip -> trip.returning(e.orderId()));
      case ReturnRequested e -> travel(e, trip -> trip.returning(e.orderId()));
      case ReturnRecorded e -> visit(e, trip -> trip.without(e.orderId()));
      case OrderWithdrawn e -> withdraw(e);
      case OrdersReleased e -> release(e, e.orders());
      case AssignmentAmended e -> amend(e);
      case AssignmentAbandoned e -> {
        // A break follows; until it is there, nothing may be offered.
        courier(e.courierId(), courier -> courier.withBreak(true));
        release(e, e.released());
        yield release(e, e.stranded());
      }
      case AssignmentEnded e -> forgetTrip(e.assignmentId());
    };
  }

  synchronized boolean apply(CourierEvent event) {
    return switch (event) {
      case CourierRegistered _ -> false;
      case ShiftStarted e -> {
        couriers.put(e.courierId(), BoardCourier.of(e));
        yield true;
      }
      case VehicleChanged e ->
          courier(e.courierId(), courier -> courier.withVehicle(e.vehicle(), e.capacity()));
      case BreakStarted e -> {
        courier(e.courierId(), courier -> courier.withBreak(true));
        yield false;
      }
      case BreakEnded e -> courier(e.courierId(), courier -> courier.withBreak(false));
      case ShiftEnded e -> {
        couriers.remove(e.courierId());
        yield false;
      }
      case CashStillInHand e -> cash(e.courierId(), e.inHand(), true);
      case CashTaken e -> cash(e.courierId(), e.inHand(), e.limitReached());
      case CashHandedIn e -> cash(e.courierId(), e.inHand(), e.limitReached());
    };
  }

  synchronized void clear() {
    orders.clear();
    couriers.clear();
    trips.clear();
    underWay.clear();
    sent.clear();
    takenOff.clear();
    merchants.clear();
  }

  synchronized BoardSnapshot snapshot(Instant now) {
    Set<CourierId> asked = new HashSet<>();
    sent.values().forEach(offer -> asked.add(offer.courierId()));
    var accepted = new HashMap<CourierId, BoardTrip>();
    for (BoardTrip trip : trips.values()) {
      if (trip.assignmentId().equals(underWay.get(trip.courierId()))) {
        accepted.put(trip.courierId(), trip);
      } else {
        asked.add(trip.courierId());
      }
    }
    return new BoardSnapshot(
        openOrders(),
        couriers.values().stream()
            .filter(courier -> courier.isOnDuty(now))
            .sorted(Comparator.comparing(courier -> courier.courierId().value()))
            .toList(),
        asked,
        accepted,
        orders,
        sources());
  }

  private List<Source> sources() {
    var busy = new HashMap<MerchantId, Integer>();
    merchants.keySet().forEach(id -> busy.put(id, QUIET_MERCHANT));
    orders.values().forEach(order -> busy.merge(order.merchantId(), 1, Integer::sum));
    return merchants.entrySet().stream()
        .map(e -> new Source(e.getKey(), e.getValue(), busy.getOrDefault(e.getKey(), 0)))
        .sorted(
            Comparator.comparingInt(Source::weight)
                .reversed()
                .thenComparing(source -> source.merchantId().value()))
        .limit(BUSIEST)
        .toList();
  }

  /// Orders that wait for a courier, by id.
  synchronized List<BoardOrder> openOrders() {
    Set<OrderId> spoken = new HashSet<>();
    sent.values().forEach(offer -> spoken.addAll(offer.orders()));
    trips.values().forEach(trip -> trip.stops().forEach(stop -> spoken.add(stop.orderId())));
    return orders.values().stream()
        .filter(order -> order.isOpen() && !spoken.contains(order.orderId()))
        .sorted(Comparator.comparing(order -> order.orderId().value()))
        .toList();
  }

  /// What is accepted and not over.
  synchronized List<BoardTrip> acceptedTrips() {
    return trips.values().stream()
        .filter(trip -> trip.accepted() && !sent.containsKey(trip.assignmentId()))
        .sorted(Comparator.comparing(trip -> trip.assignmentId().value()))
        .toList();
  }

  synchronized List<CourierId> onShift() {
    return List.copyOf(couriers.keySet());
  }

  /// A courier's accepted trip.
  synchronized Optional<BoardTrip> tripOf(CourierId courierId) {
    return Optional.ofNullable(underWay.get(courierId)).map(trips::get);
  }

  synchronized Optional<BoardOrder> find(OrderId orderId) {
    return Optional.ofNullable(orders.get(orderId));
  }

  synchronized Optional<BoardCourier> find(CourierId courierId) {
    return Optional.ofNullable(couriers.get(courierId));
  }

  /// An offer is about to be sent: until its event comes, or `until`, nothing of it is free.
  synchronized void offerSent(
      AssignmentId assignmentId, CourierId courierId, List<OrderId> offered, Instant until) {
    if (!trips.containsKey(assignmentId)) {
      sent.put(assignmentId, new Sent(courierId, List.copyOf(offered), until));
    }
  }

  /// A trip is about to be changed: until the event comes, or `until`, nothing of it, and none of
  /// the orders, is free.
  synchronized void changeSent(BoardTrip trip, List<OrderId> concerned, Instant until) {
    sent.put(trip.assignmentId(), new Sent(trip.courierId(), List.copyOf(concerned), until));
  }

  /// What was sent did not go out.
  synchronized void sendingFailed(AssignmentId assignmentId) {
    sent.remove(assignmentId);
  }

  /// A rule forbade what was sent: an offer is not made to this courier with these orders again,
  /// for a while, nor a trip joined by the same ones; a trip is left alone until its next event, or
  /// until what was sent is forgotten.
  synchronized void refused(AssignmentId assignmentId, Instant now) {
    Sent refused = sent.remove(assignmentId);
    if (refused == null) {
      return;
    }
    BoardTrip trip = trips.get(assignmentId);
    List<OrderId> kept = trip == null ? List.of() : trip.orders();
    if (trip != null) {
      sent.put(assignmentId, new Sent(refused.courierId(), kept, refused.until()));
    }
    refused.orders().stream()
        .filter(id -> !kept.contains(id))
        .forEach(id -> change(id, o -> o.withDecline(refused.courierId(), now)));
  }

  /// What was sent and never came back as an event no longer counts.
  synchronized void forgetSentBefore(Instant now) {
    sent.values().removeIf(offer -> offer.until().isBefore(now));
  }

  private boolean place(OrderPlaced e) {
    merchants.put(e.merchantId(), e.pickup());
    orders.putIfAbsent(
        e.orderId(),
        BoardOrder.placed(
            e.orderId(),
            e.merchantId(),
            e.pickup(),
            e.dropoff().find().map(Address::point).orElse(null),
            e.occurredAt(),
            e.cashDue().minor() > 0));
    return false;
  }

  private boolean cash(CourierId courierId, Money inHand, boolean limitReached) {
    return courier(courierId, courier -> courier.withCashLimit(inHand.currency(), limitReached));
  }

  private boolean change(OrderId orderId, UnaryOperator<BoardOrder> change) {
    return orders.computeIfPresent(orderId, (_, order) -> change.apply(order)) != null;
  }

  private boolean courier(CourierId courierId, UnaryOperator<BoardCourier> change) {
    return couriers.computeIfPresent(courierId, (_, courier) -> change.apply(courier)) != null;
  }

  private boolean end(OrderId orderId) {
    orders.remove(orderId);
    takenOff.remove(orderId);
    return false;
  }

  /// A courier who gave the order back does not want it; one whom it was taken from may.
  private boolean unassign(CourierUnassigned e) {
    boolean given = !takenOff.remove(e.orderId(), e.assignmentId());
    return change(
        e.orderId(),
        order -> {
          BoardOrder free = letGo(order, e.assignmentId());
          return given ? free.withDecline(e.courierId(), e.occurredAt()) : free;
        });
  }

  private boolean strand(OrderStranded e) {
    return change(
        e.orderId(),
        order ->
            letGo(order, e.assignmentId())
                .withStranded(pointOf(e.handover()), e.readyAt())
                .withDecline(e.courierId(), e.occurredAt()));
  }

  private static @Nullable GeoPoint pointOf(@Nullable Personal<GeoPoint> handover) {
    return handover == null ? null : handover.value();
  }

  /// What leaves the trip is open again once it is unassigned, as if it had been given back.
  private boolean amend(AssignmentAmended e) {
    sent.remove(e.assignmentId());
    List<BoardStop> rest = e.stops().stream().map(this::locate).toList();
    travel(e, trip -> trip.amended(e.occurredAt(), rest, e.removed()));
    e.removed().forEach(id -> takenOff.put(id, e.assignmentId()));
    e.added().forEach(id -> change(id, order -> hold(order, e.assignmentId())));
    return false;
  }

  private boolean offer(AssignmentOffered e) {
    sent.remove(e.assignmentId());
    trips.put(
        e.assignmentId(),
        BoardTrip.offered(
            e.assignmentId(),
            e.courierId(),
            e.occurredAt(),
            e.stops().stream().map(this::locate).toList()));
    e.stops().forEach(stop -> change(stop.orderId(), o -> hold(o, e.assignmentId())));
    return false;
  }

  /// Whoever has it keeps it until it is said otherwise, also when it was offered twice.
  private static BoardOrder hold(BoardOrder order, AssignmentId assignmentId) {
    return order.heldBy() == null ? order.withHeldBy(assignmentId) : order;
  }

  private BoardStop locate(Stop stop) {
    BoardOrder order = orders.get(stop.orderId());
    if (order == null) {
      return new BoardStop(stop.kind(), stop.orderId(), null, null);
    }
    return new BoardStop(
        stop.kind(),
        stop.orderId(),
        switch (stop.kind()) {
          case PICKUP -> order.pickup();
          case DROPOFF -> order.dropoff();
          case RETURN -> order.merchantPlace();
        },
        order.merchantPlace());
  }

  private boolean accept(OfferAccepted e) {
    if (trips.computeIfPresent(e.assignmentId(), (_, t) -> t.asAccepted(e.occurredAt())) != null) {
      underWay.put(e.courierId(), e.assignmentId());
    }
    return false;
  }

  private boolean decline(AssignmentEvent e, List<OrderId> declined) {
    declined.forEach(id ->
        change(id, o -> letGo(o, e.assignmentId()).withDecline(e.courierId(), e.occurredAt())));
    return forgetTrip(e.assignmentId());
  }

  private boolean travel(AssignmentEvent e, UnaryOperator<BoardTrip> change) {
    trips.computeIfPresent(e.assignmentId(), (_, trip) -> change.apply(trip));
    return false;
  }

  /// Of the courier's own doing.
  private boolean visit(AssignmentEvent e, UnaryOperator<BoardTrip> change) {
    return travel(e, trip -> change.apply(trip).withSign(e.occurredAt()));
  }

  private boolean withdraw(OrderWithdrawn e) {
    boolean freed = change(e.orderId(), order -> letGo(order, e.assignmentId()));
    BoardTrip left =
        trips.computeIfPresent(e.assignmentId(), (_, trip) -> trip.without(e.orderId()));
    if (left != null && left.isEmpty() && !left.accepted()) {
      return forgetTrip(e.assignmentId());
    }
    return freed;
  }

  /// The orders themselves are open again once they are unassigned, or stranded.
  private boolean release(AssignmentEvent e, List<OrderId> given) {
    for (OrderId orderId : given) {
      travel(e, trip -> trip.without(orderId));
    }
    return false;
  }

  private boolean forgetTrip(AssignmentId assignmentId) {
    sent.remove(assignmentId);
    BoardTrip trip = trips.remove(assignmentId);
    if (trip != null) {
      underWay.remove(trip.courierId(), assignmentId);
    }
    return true;
  }

  private static BoardOrder letGo(BoardOrder order, AssignmentId assignmentId) {
    return assignmentId.equals(order.heldBy()) ? order.withHeldBy(null) : order;
  }
}
