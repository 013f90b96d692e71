package id.antar.dispatch.lab.facts;

import id.antar.api.assignment.AbandonCause;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.courier.CourierId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderEvent.OrderUnpinned;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One order, as its events tell it so far.
final class OrderFold {

  private static final String TIMEOUTS = "timeouts";

  private final OrderPlaced placed;
  private final List<OrderEvent> said = new ArrayList<>();
  private final List<Driven> legs = new ArrayList<>();
  private @Nullable OrderConfirmed confirmed;
  private @Nullable Instant promised;
  private @Nullable Instant readyAt;
  private @Nullable OrderCancelled calledOff;
  private @Nullable Instant pickedUpAt;
  private @Nullable Instant deliveredAt;
  private @Nullable CourierId courierId;
  private @Nullable Instant arrivedAt;
  private @Nullable Integer pickupService;
  private @Nullable Integer dropoffService;
  private @Nullable Integer shutDoor;
  private @Nullable OrderStranded stranded;
  private @Nullable Instant remadeAt;
  private @Nullable Loss loss;
  private GeoPoint pickup;
  private int waited;

  /// How a courier was lost with it; when the courier is back is known later.
  private record Loss(AssignmentAbandoned event, boolean carried, int after, CourierFold courier) {}

  OrderFold(OrderPlaced placed) {
    this.placed = placed;
    this.pickup = placed.pickup();
  }

  void apply(OrderEvent event) {
    switch (event) {
      case OrderConfirmed e -> {
        confirmed = e;
        promised = e.readyAt();
      }
      case ReadyTimeChanged e -> {
        promised = e.readyAt();
        say(e);
      }
      case OrderReady e -> ready(e);
      case OrderPinned e -> say(e);
      case OrderUnpinned e -> say(e);
      case OrderStranded e -> {
        stranded = stranded == null ? e : stranded;
        pickup = Optional.ofNullable(e.handover()).flatMap(it -> it.find()).orElse(pickup);
      }
      case OrderCancelled e -> calledOff = isOutOfTime(e) ? null : e;
      case OrderDelivered e -> {
        deliveredAt = e.occurredAt();
        courierId = e.courierId();
      }
      default -> {}
    }
  }

  /// That nobody carried it in time is the dispatcher's doing.
  private static boolean isOutOfTime(OrderCancelled e) {
    return e.by() instanceof Party.Engine(var process) && process.equals(TIMEOUTS);
  }

  /// What is said of an order that is made again, is said again by that.
  private void say(OrderEvent event) {
    if (stranded == null) {
      said.add(event);
    }
  }

  private void ready(OrderReady e) {
    if (readyAt == null) {
      readyAt = e.occurredAt();
      said.add(e);
    } else if (stranded != null && remadeAt == null) {
      remadeAt = e.occurredAt();
    }
  }

  GeoPoint pickup() {
    return pickup;
  }

  @Nullable GeoPoint door() {
    return placed.dropoff().find().map(Address::point).orElse(null);
  }

  void drivenTo(Driven leg) {
    legs.add(leg);
  }

  void arrivedAtPickup(Instant at) {
    arrivedAt = at;
  }

  /// @param free when the courier was done with what came before
  void pickedUp(Instant at, @Nullable Instant free) {
    Instant arrived = arrivedAt;
    if (arrived != null) {
      Instant begin = latest(arrived, free);
      Instant ready = stranded == null ? readyAt : remadeAt;
      waited += ready == null ? 0 : seconds(begin, ready);
      if (pickedUpAt == null) {
        pickupService = seconds(latest(begin, ready), at);
      }
    }
    pickedUpAt = pickedUpAt == null ? at : pickedUpAt;
    arrivedAt = null;
  }

  void arrivedAtDoor(Instant at) {
    arrivedAt = at;
  }

  void droppedOff(Instant at, @Nullable Instant free) {
    if (arrivedAt != null) {
      dropoffService = seconds(latest(arrivedAt, free), at);
    }
  }

  void doorStayedShut(Instant at) {
    shutDoor = arrivedAt == null ? 0 : seconds(arrivedAt, at);
  }

  /// @param since the pickup, or the acceptance
  void lost(AssignmentAbandoned e, boolean carried, Instant since, CourierFold courier) {
    if (loss == null) {
      loss = new Loss(e, carried, seconds(since, e.occurredAt()), courier);
    }
  }

  @Nullable Instant pickedUpAt() {
    return pickedUpAt;
  }

  boolean isOver() {
    return deliveredAt != null || calledOff != null || shutDoor != null;
  }

  boolean isConfirmed() {
    return confirmed != null;
  }

  boolean isForgotten() {
    return placed.dropoff().isForgotten();
  }

  Instant placedAt() {
    return placed.occurredAt();
  }

  OrderFacts facts(boolean measured) {
    OrderConfirmed yes = confirmed;
    if (yes == null) {
      throw new IllegalStateException("Order " + placed.orderId() + " was never confirmed.");
    }
    return new OrderFacts(
        placed,
        yes,
        said,
        readyAt(yes),
        calledOff,
        pickupService,
        dropoffService,
        shutDoor,
        mishap(),
        measured);
  }

  /// A merchant who never said so kept the promise, unless it was fetched before.
  private Instant readyAt(OrderConfirmed yes) {
    if (readyAt != null) {
      return readyAt;
    }
    Instant last = promised == null ? yes.readyAt() : promised;
    return pickedUpAt != null && pickedUpAt.isBefore(last) ? pickedUpAt : last;
  }

  private @Nullable Mishap mishap() {
    if (loss == null) {
      return null;
    }
    return new Mishap(
        loss.carried(),
        loss.after(),
        loss.event().cause() == AbandonCause.SILENT,
        loss.event().handover() != null,
        stranded == null ? 0 : seconds(stranded.occurredAt(), latest(stranded.readyAt(), remadeAt)),
        loss.courier().backAfter(loss.event()));
  }

  Recorded recorded() {
    return new Recorded(placed.orderId(), courierId, pickedUpAt, deliveredAt, waited, legs);
  }

  private static Instant latest(Instant one, @Nullable Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  private static int seconds(Instant from, Instant to) {
    return Math.toIntExact(Math.max(0, Duration.between(from, to).toSeconds()));
  }
}
