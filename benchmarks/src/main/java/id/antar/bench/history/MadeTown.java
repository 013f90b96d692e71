package id.antar.bench.history;

import id.antar.api.assignment.AssignmentEvent.ArrivedAtDropoff;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentEvent.DropoffRecorded;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierEvent.ShiftEnded;
import id.antar.api.courier.CourierEvent.ShiftStarted;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.geo.Vehicle;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderSettled;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderEvent.PreparationStarted;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentEvent.ChargeCaptured;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.api.payment.PaymentEvent.PaymentEarned;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentEvent.PaymentSecured;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/// People who order, cook and ride, by a seed: some 100,000 events a day, 22 for an order that is
/// delivered, a few of orders that are cancelled and of offers that are declined.
final class MadeTown {

  private static final int COURIERS = 400;
  private static final int ORDER_SECONDS = 19;

  /// Takes the events in the order in which they are recorded.
  interface Listener {
    void recorded(Object event, Instant at);
  }

  private record Planned(Instant at, long number, Runnable deed) {}

  private final PriorityQueue<Planned> agenda =
      new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparingLong(Planned::number));
  private final Deque<OrderPlaced> waiting = new ArrayDeque<>();
  private final List<CourierId> free = new ArrayList<>();
  private final Listener listener;
  private final Random random;
  private final Baskets baskets;
  private Instant now;
  private long planned;
  private long said;
  private int orders;
  private int trips;

  MadeTown(long seed, Instant begin, Listener listener) {
    this.random = new Random(seed);
    this.baskets = new Baskets(random);
    this.listener = listener;
    this.now = begin;
    for (int i = 0; i < COURIERS; i++) {
      var courier = new CourierId("courier-" + i);
      in(0, 3_600, () -> startShift(courier));
    }
    in(1, 2, this::customers);
    in(20, 30, this::dispatch);
  }

  /// @return how many orders there are
  int live(long events) {
    while (said < events) {
      Planned next = agenda.remove();
      now = next.at();
      next.deed().run();
    }
    return orders;
  }

  Instant now() {
    return now;
  }

  private void customers() {
    place(baskets.order(orders++, now));
    in(1, 2 * ORDER_SECONDS - 1, this::customers);
  }

  private void place(OrderPlaced order) {
    say(order);
    say(
        new PaymentRequested(
            order.paymentId(),
            order.orderId(),
            order.customerId(),
            PaymentPurpose.ORDER,
            order.total().total(),
            order.payment(),
            order.expiresAt(),
            now));
    in(1, 5, () -> pay(order));
  }

  private void pay(OrderPlaced order) {
    var charge = new ChargeId(order.paymentId(), 1, 1);
    say(
        new ChargeCaptured(
            order.paymentId(),
            order.orderId(),
            charge,
            PaymentMethod.CARD,
            order.total().total(),
            "t-" + charge,
            now));
    say(new PaymentSecured(order.paymentId(), order.orderId(), now));
    say(
        new PaymentCompleted(
            order.paymentId(), order.orderId(), order.total().total(), "t-" + charge, now));
    say(new OrderSubmitted(order.orderId(), order.merchantId(), soon(300), now));
    if (random.nextInt(100) < 4) {
      in(5, 60, () -> cancel(order));
    } else {
      in(10, 120, () -> confirm(order));
    }
  }

  private void cancel(OrderPlaced order) {
    var by = new Party.Merchant(order.merchantId());
    say(new OrderCancelled(order.orderId(), by, "closed", null, now));
  }

  private void confirm(OrderPlaced order) {
    say(new OrderConfirmed(order.orderId(), soon(600), soon(3_000), now));
    waiting.add(order);
    in(5, 60, () -> say(new PreparationStarted(order.orderId(), now)));
    if (random.nextInt(5) == 0) {
      in(60, 120, () -> say(new ReadyTimeChanged(order.orderId(), soon(700), now)));
    }
    in(121, 600, () -> say(new OrderReady(order.orderId(), now)));
  }

  private void dispatch() {
    while (!waiting.isEmpty() && !free.isEmpty()) {
      offer(waiting.removeFirst(), free.remove(random.nextInt(free.size())));
    }
    in(15, 30, this::dispatch);
  }

  private void offer(OrderPlaced order, CourierId courier) {
    var trip = new AssignmentId("trip-" + trips++);
    List<Stop> stops =
        List.of(
            Stop.pickup(order.orderId(), soon(600)), Stop.dropoff(order.orderId(), soon(1_500)));
    var decision = new DecisionId("decision-" + trip);
    say(new AssignmentOffered(trip, courier, decision, stops, soon(60), now));
    in(3, 30, () -> answer(order, courier, trip));
  }

  private void answer(OrderPlaced order, CourierId courier, AssignmentId trip) {
    List<OrderId> all = List.of(order.orderId());
    if (random.nextInt(10) == 0) {
      say(new OfferDeclined(trip, courier, all, "far", now));
      waiting.addFirst(order);
      free.add(courier);
    } else {
      say(new OfferAccepted(trip, courier, all, now));
      say(new CourierAssigned(order.orderId(), trip, courier, now));
      in(601, 700, () -> pickUp(order, courier, trip));
    }
  }

  private void pickUp(OrderPlaced order, CourierId courier, AssignmentId trip) {
    say(new ArrivedAtPickup(trip, courier, order.orderId(), now));
    in(
        30,
        200,
        () -> {
          say(new PickupRecorded(trip, courier, order.orderId(), now));
          say(new OrderPickedUp(order.orderId(), trip, courier, now));
          in(200, 900, () -> deliver(order, courier, trip));
        });
  }

  private void deliver(OrderPlaced order, CourierId courier, AssignmentId trip) {
    say(new ArrivedAtDropoff(trip, courier, order.orderId(), now));
    say(new DropoffRecorded(trip, courier, order.orderId(), now));
    say(new OrderDelivered(order.orderId(), trip, courier, now));
    say(new PaymentEarned(order.paymentId(), order.orderId(), now));
    say(
        new OrderSettled(
            order.orderId(),
            order.customerId(),
            order.merchantId(),
            courier,
            order.total(),
            Money.of(150, "EUR"),
            order.terms().courierPay(),
            now));
    say(new AssignmentEnded(trip, courier, now));
    if (random.nextInt(20) == 0) {
      say(new ShiftEnded(courier, false, now));
      in(600, 3_600, () -> startShift(courier));
    } else {
      free.add(courier);
    }
  }

  private void startShift(CourierId courier) {
    say(new ShiftStarted(courier, Vehicle.SCOOTER, 2, soon(20_000), now));
    free.add(courier);
  }

  private void in(int fromSeconds, int toSeconds, Runnable deed) {
    int millis = 1_000 * fromSeconds + random.nextInt(1_000 * (toSeconds - fromSeconds) + 1);
    agenda.add(new Planned(now.plus(Duration.ofMillis(millis)), planned++, deed));
  }

  private Instant soon(int seconds) {
    return now.plusSeconds(seconds);
  }

  private void say(Object event) {
    said++;
    listener.recorded(event, now);
  }
}
