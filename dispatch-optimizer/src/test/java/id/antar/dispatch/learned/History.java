package id.antar.dispatch.learned;

import id.antar.api.assignment.AssignmentEvent.ArrivedAtDropoff;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentEvent.DropoffFailed;
import id.antar.api.assignment.AssignmentEvent.DropoffRecorded;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderTerms;
import id.antar.api.order.OrderTotal;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPart;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Facts as they come, each order promised for ten minutes after it was placed.
final class History {

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final MerchantId NOODLES = new MerchantId("noodles");
  static final GeoPoint TOWER = new GeoPoint(43.7390, 7.4270);
  static final GeoPoint VILLA = new GeoPoint(43.7250, 7.4110);

  private static final CourierId BOB = new CourierId("bob");

  private final List<Object> events = new ArrayList<>();
  private int orders;

  List<Object> events() {
    return List.copyOf(events);
  }

  OrderId place(MerchantId merchantId, GeoPoint door, Instant promised) {
    var orderId = new OrderId("order-" + orders++);
    var carol = new PersonId("carol");
    Instant placedAt = promised.minusSeconds(600);
    events.add(
        new OrderPlaced(
            orderId,
            new CustomerId("carol"),
            merchantId,
            "Noodle bar",
            new GeoPoint(43.73, 7.42),
            Personal.of(carol, new Contact("Carol", "+377 1234")),
            Personal.of(carol, new Address(door, "A street 1", "Ring twice")),
            List.of(),
            OrderTotal.of(new Money(1000, "EUR"), new Money(200, "EUR")),
            new OrderTerms(1500, new Money(200, "EUR")),
            null,
            new PaymentId("payment-1"),
            List.of(
                new PaymentPart(
                    1, new PaymentChoice(PaymentMethod.CASH, ""), new Money(1200, "EUR"))),
            placedAt.plus(Duration.ofHours(3)),
            placedAt));
    events.add(new OrderConfirmed(orderId, promised, promised.plusSeconds(3600), placedAt));
    return orderId;
  }

  OrderId place(MerchantId merchantId, Instant promised) {
    return place(merchantId, TOWER, promised);
  }

  void promiseAnew(OrderId orderId, Instant promised, Instant at) {
    events.add(new ReadyTimeChanged(orderId, promised, at));
  }

  void ready(OrderId orderId, Instant at) {
    events.add(new OrderReady(orderId, at));
  }

  /// An order that was ready so many seconds after the promise, or before.
  void lateness(MerchantId merchantId, Instant promised, int seconds) {
    OrderId orderId = place(merchantId, promised);
    ready(orderId, promised.plusSeconds(seconds));
    delivered(orderId, promised.plusSeconds(1800));
  }

  void arriveAtPickup(String trip, OrderId orderId, Instant at) {
    events.add(new ArrivedAtPickup(new AssignmentId(trip), BOB, orderId, at));
  }

  void pickUp(String trip, OrderId orderId, Instant at) {
    events.add(new PickupRecorded(new AssignmentId(trip), BOB, orderId, at));
  }

  void arriveAtDoor(String trip, OrderId orderId, Instant at) {
    events.add(new ArrivedAtDropoff(new AssignmentId(trip), BOB, orderId, at));
  }

  void dropOff(String trip, OrderId orderId, Instant at) {
    events.add(new DropoffRecorded(new AssignmentId(trip), BOB, orderId, at));
  }

  void failDropoff(String trip, OrderId orderId, Instant at) {
    events.add(new DropoffFailed(new AssignmentId(trip), BOB, orderId, "nobody", at));
  }

  void delivered(OrderId orderId, Instant at) {
    events.add(new OrderDelivered(orderId, new AssignmentId("trip"), BOB, at));
  }

  void ended(String trip, Instant at) {
    events.add(new AssignmentEnded(new AssignmentId(trip), BOB, at));
  }

  /// One whole order: ready as promised, the courier there by then.
  void carried(MerchantId merchantId, GeoPoint door, Instant readyAt, int pickup, int dropoff) {
    OrderId orderId = place(merchantId, door, readyAt);
    String trip = "trip-" + orders;
    arriveAtPickup(trip, orderId, readyAt.minusSeconds(120));
    ready(orderId, readyAt);
    Instant pickedUpAt = readyAt.plusSeconds(pickup);
    pickUp(trip, orderId, pickedUpAt);
    arriveAtDoor(trip, orderId, pickedUpAt.plusSeconds(300));
    Instant doneAt = pickedUpAt.plusSeconds(300L + dropoff);
    dropOff(trip, orderId, doneAt);
    ended(trip, doneAt);
    delivered(orderId, doneAt);
  }

  /// What is learned from it.
  LearnedTimes learned() {
    var times = new LearnedTimes(Constants.of(60, 45));
    new Learning(times, new InMemoryLearned())
        .learn(
            events,
            (event, failure) -> {
              throw new AssertionError(event.toString(), failure);
            })
        .run();
    return times;
  }
}
