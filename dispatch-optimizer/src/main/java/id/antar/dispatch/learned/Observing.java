package id.antar.dispatch.learned;

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
import id.antar.api.dispatch.LearnedQuery.Kind;
import id.antar.api.geo.Address;
import id.antar.api.merchant.MerchantId;
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
import id.antar.dispatch.learned.Row.OrderUnderWay;
import id.antar.dispatch.learned.Row.Tally;
import id.antar.dispatch.learned.Row.TripUnderWay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes observations out of facts that belong together. Facts about orders that it does not know,
/// or that have ended, are passed over.
final class Observing {

  /// Who is said to be this late has forgotten the button: nothing is learned.
  static final int LONGEST = 7200;

  /// An observation beyond these counts as much as the bound.
  private static final int EARLIEST = -3600;

  private static final int LONGEST_SERVICE = 1800;

  private static final int TOWN_CAPACITY = 256;
  private static final int CAPACITY = 32;

  private final Lesson lesson;
  private final Constants constants;
  private final Places places;
  private final ReadyTimes readyTimes;
  private final ServiceTimes serviceTimes;

  Observing(Lesson lesson, Constants constants, Places places) {
    this.lesson = lesson;
    this.constants = constants;
    this.places = places;
    Function<String, Optional<Window>> windows = key -> lesson.find(key, Window.class);
    this.readyTimes = new ReadyTimes(constants, windows);
    this.serviceTimes = new ServiceTimes(constants, windows);
  }

  void apply(OrderEvent event) {
    switch (event) {
      case OrderPlaced e -> place(e);
      case OrderConfirmed e -> change(e.orderId(), order -> order.withPromise(e.readyAt()));
      case ReadyTimeChanged e -> change(e.orderId(), order -> order.withPromise(e.readyAt()));
      case OrderReady e -> find(e.orderId()).ifPresent(order -> ready(e, order));
      case CourierUnassigned e -> change(e.orderId(), order -> order.withAtPickup(null));
      case OrderDelivered _, OrderCancelled _, DeliveryFailed _, OrderReturned _ ->
          lesson.remove(key(event.orderId()));
      case OrderPaid _, OrderSubmitted _, PreparationStarted _ -> {}
      case OrderSettled _, TipGiven _, TipPaid _, TipFailed _, DeliveredThoughOff _ -> {}
      case CourierAssigned _, OrderPickedUp _, OrderPinned _, OrderUnpinned _ -> {}
      case OrderStranded e -> lesson.remove(key(e.orderId()));
    }
  }

  void apply(AssignmentEvent event) {
    switch (event) {
      case ArrivedAtPickup e -> change(e.orderId(), order -> order.withAtPickup(e.occurredAt()));
      case PickupRecorded e -> pickUp(e);
      case ArrivedAtDropoff e -> change(e.orderId(), order -> order.withAtDoor(e.occurredAt()));
      case DropoffRecorded e -> dropOff(e);
      case DropoffFailed e -> stopDone(e, null);
      case ReturnRecorded e -> stopDone(e, null);
      case AssignmentEnded e -> lesson.remove(key(e.assignmentId()));
      case AssignmentOffered _, OfferAccepted _, OfferDeclined _, OfferExpired _ -> {}
      case OrderWithdrawn _, OrdersReleased _, ReturnRequested _ -> {}
      case AssignmentAmended _ -> {}
      case AssignmentAbandoned e -> lesson.remove(key(e.assignmentId()));
    }
  }

  private void place(OrderPlaced e) {
    if (find(e.orderId()).isEmpty()) {
      String cell = e.dropoff().find().map(Address::point).map(places::cell).orElse(null);
      lesson.put(key(e.orderId()), OrderUnderWay.placed(e.merchantId(), cell));
    }
  }

  /// After the pickup it is only what the engine has concluded.
  private void ready(OrderReady e, OrderUnderWay order) {
    if (order.pickedUp() || order.readyAt() != null) {
      return;
    }
    Instant first = order.firstPromise();
    Instant last = order.promise();
    if (first != null && last != null) {
      observeLateness(Kind.READY_TIME, order, first, e.occurredAt());
      if (!last.equals(first)) {
        observeLateness(Kind.REVISED_READY_TIME, order, last, e.occurredAt());
      }
    }
    lesson.put(key(e.orderId()), order.withReadyAt(e.occurredAt()));
  }

  private void observeLateness(Kind promise, OrderUnderWay order, Instant promised, Instant at) {
    int seconds = seconds(promised, at, EARLIEST, LONGEST);
    if (seconds == LONGEST) {
      return;
    }
    List<String> keys = Places.merchant(promise, order.merchantId());
    int learned = readyTimes.lateness(promise, order.merchantId());
    tally(promise, learned - seconds, constants.lateness() - seconds);
    learn(keys, seconds, at);
  }

  private void pickUp(PickupRecorded e) {
    OrderUnderWay order = find(e.orderId()).orElse(null);
    if (order == null) {
      return;
    }
    if (!order.pickedUp()) {
      collect(e, order);
      lesson.put(key(e.orderId()), order.withPickedUp());
    }
    stopDone(e, order.merchantId());
  }

  private void collect(PickupRecorded e, OrderUnderWay order) {
    Instant readyAt = order.readyAt();
    Instant arrived = order.atPickup();
    if (readyAt == null) {
      conclude(e.occurredAt(), order);
    } else if (arrived != null && !isSameVisit(e, order)) {
      Instant start = latest(arrived, readyAt);
      int learned = serviceTimes.pickup(order.merchantId());
      List<String> keys = Places.merchant(Kind.PICKUP_SERVICE, order.merchantId());
      observeService(
          Kind.PICKUP_SERVICE, keys, start, e.occurredAt(), learned, constants.pickupService());
    }
  }

  /// The merchant has not said when it was ready. A courier who was kept waiting took it when it
  /// was; for any other the pickup is a bound, which tells something if it comes sooner than
  /// expected. Neither is certain enough to judge estimates by.
  private void conclude(Instant pickedUpAt, OrderUnderWay order) {
    Instant first = order.firstPromise();
    if (first == null) {
      return;
    }
    int service = serviceTimes.pickup(order.merchantId());
    Instant bound = pickedUpAt.minusSeconds(service);
    Instant arrived = order.atPickup();
    boolean waited = arrived != null && arrived.plusSeconds(2L * service).isBefore(pickedUpAt);
    int lateness = seconds(first, bound, EARLIEST, LONGEST);
    if (lateness < LONGEST
        && (waited || lateness < readyTimes.lateness(Kind.READY_TIME, order.merchantId()))) {
      learn(Places.merchant(Kind.READY_TIME, order.merchantId()), lateness, pickedUpAt);
    }
  }

  /// With the first order of a visit the courier has been served; what the others take is no
  /// measure of a visit.
  private boolean isSameVisit(PickupRecorded e, OrderUnderWay order) {
    return lesson
        .find(key(e.assignmentId()), TripUnderWay.class)
        .map(TripUnderWay::collectingAt)
        .filter(order.merchantId()::equals)
        .isPresent();
  }

  private void dropOff(DropoffRecorded e) {
    OrderUnderWay order = find(e.orderId()).orElse(null);
    Instant arrived = order == null ? null : order.atDoor();
    if (order != null && arrived != null) {
      List<String> keys = places.door(order.cell());
      int learned = serviceTimes.dropoff(keys);
      Instant start =
          lesson
              .find(key(e.assignmentId()), TripUnderWay.class)
              .map(trip -> latest(arrived, trip.doneAt()))
              .orElse(arrived);
      observeService(
          Kind.DROPOFF_SERVICE, keys, start, e.occurredAt(), learned, constants.dropoffService());
    }
    stopDone(e, null);
  }

  /// Phones whose clocks disagree are passed over.
  private void observeService(
      Kind kind, List<String> keys, Instant start, Instant end, int learned, int constant) {
    if (!end.isBefore(start)) {
      int seconds = seconds(start, end, 0, LONGEST_SERVICE);
      tally(kind, learned - seconds, constant - seconds);
      learn(keys, seconds, end);
    }
  }

  private void stopDone(AssignmentEvent e, @Nullable MerchantId collectingAt) {
    lesson.put(key(e.assignmentId()), new TripUnderWay(collectingAt, e.occurredAt()));
  }

  private void tally(Kind kind, int learnedError, int constantError) {
    String key = errors(kind);
    Tally before = lesson.find(key, Tally.class).orElse(Tally.NONE);
    lesson.put(key, before.with(learnedError, constantError));
  }

  private void learn(List<String> keys, int seconds, Instant at) {
    for (int level = 0; level < keys.size(); level++) {
      String key = keys.get(level);
      Window before = lesson.find(key, Window.class).orElse(Window.EMPTY);
      lesson.put(key, before.with(seconds, at, level == 0 ? TOWN_CAPACITY : CAPACITY));
    }
  }

  private Optional<OrderUnderWay> find(OrderId orderId) {
    return lesson.find(key(orderId), OrderUnderWay.class);
  }

  private void change(OrderId orderId, UnaryOperator<OrderUnderWay> change) {
    find(orderId).ifPresent(order -> lesson.put(key(orderId), change.apply(order)));
  }

  static String errors(Kind kind) {
    return "errors/" + Places.town(kind);
  }

  private static String key(OrderId orderId) {
    return "order/" + orderId;
  }

  private static String key(AssignmentId assignmentId) {
    return "trip/" + assignmentId;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static int seconds(Instant from, Instant to, int least, int most) {
    return Math.clamp(Duration.between(from, to).toSeconds(), least, most);
  }
}
