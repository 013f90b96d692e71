package id.antar.query.board;

import id.antar.api.assignment.AbandonCause;
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
import id.antar.api.courier.CourierEvent.BreakEnded;
import id.antar.api.courier.CourierEvent.BreakStarted;
import id.antar.api.courier.CourierEvent.CashHandedIn;
import id.antar.api.courier.CourierEvent.CashStillInHand;
import id.antar.api.courier.CourierEvent.CashTaken;
import id.antar.api.courier.CourierEvent.ShiftEnded;
import id.antar.api.courier.CourierEvent.ShiftStarted;
import id.antar.api.courier.CourierEvent.VehicleChanged;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
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
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderEvent.OrderUnpinned;
import id.antar.api.order.OrderEvent.PreparationStarted;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.payment.PaymentId;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonCommand.Ground;
import id.antar.api.person.PersonEvent.PersonForgotten;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.query.Cast;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// People who order, cook and ride all day, and have all the mishaps that there are events for.
final class GeneratedTown {

  private static final Money FIVE = Money.of(500, "EUR");

  private final GeneratedDay day;
  private final Consumer<LiveUpdate> positions;
  private final Deque<OrderId> waiting = new ArrayDeque<>();
  private final Map<CourierId, Rider> riders = new LinkedHashMap<>();
  private int orders;
  private int trips;
  private long sequence;

  private static final class Rider {
    private final CourierId id;
    private boolean onShift;
    private boolean busy;
    private GeoPoint place = Cast.HARBOUR;

    Rider(CourierId id) {
      this.id = id;
    }
  }

  /// A trip under way.
  private final class Ride {
    private final Rider rider;
    private final AssignmentId id = new AssignmentId("trip-" + trips++);
    private final List<OrderId> orders;

    Ride(Rider rider, List<OrderId> orders) {
      this.rider = rider;
      this.orders = new ArrayList<>(orders);
    }
  }

  GeneratedTown(GeneratedDay day, Consumer<LiveUpdate> positions, int couriers) {
    this.day = day;
    this.positions = positions;
    for (int i = 0; i < couriers; i++) {
      var rider = new Rider(new CourierId("courier-" + i));
      riders.put(rider.id, rider);
      day.in(0, 3_600, () -> startShift(rider));
    }
    day.in(1, 2, this::customers);
    day.in(1, 60, this::dispatch);
  }

  private void customers() {
    place();
    day.in(1, 10, this::customers);
  }

  private void place() {
    var order = new OrderId("order-" + orders++);
    var customer = new CustomerId("customer-" + day.pick(2_000));
    var person = new PersonId("customer." + customer);
    OrderPlaced model = Cast.placed();
    int merchant = day.pick(40);
    say(
        new OrderPlaced(
            order,
            customer,
            new MerchantId("merchant-" + merchant),
            "Merchant " + merchant,
            day.somewhere(),
            Personal.of(person, new Contact("C", "+377 1234")),
            Personal.of(person, new Address(day.somewhere(), "Quai " + day.pick(99), "")),
            model.lines(),
            model.total(),
            model.terms(),
            null,
            new PaymentId("payment-" + order),
            model.payment(),
            soon(3_600),
            day.now()));
    say(new OrderPaid(order, new PaymentId("payment-" + order), day.now()));
    day.in(1, 5, () -> submit(order));
  }

  private void submit(OrderId order) {
    say(new OrderSubmitted(order, new MerchantId("m"), soon(300), day.now()));
    if (day.chance(0.05)) {
      day.in(5, 60, () -> cancel(order, null));
    } else {
      day.in(10, 120, () -> confirm(order));
    }
  }

  private void confirm(OrderId order) {
    say(new OrderConfirmed(order, soon(600), soon(3_000), day.now()));
    waiting.add(order);
    if (day.chance(0.03)) {
      say(new OrderPinned(order, anyRider().id, "asked for", day.now()));
      day.in(10, 30, () -> say(new OrderUnpinned(order, "a mistake", day.now())));
    }
    day.in(5, 60, () -> say(new PreparationStarted(order, day.now())));
    if (day.chance(0.2)) {
      day.in(60, 120, () -> say(new ReadyTimeChanged(order, soon(700), day.now())));
    }
    day.in(121, 600, () -> say(new OrderReady(order, day.now())));
  }

  private void cancel(OrderId order, @Nullable AssignmentId trip) {
    waiting.remove(order);
    say(new OrderCancelled(order, new Party.Operator("olga"), "no", trip, day.now()));
  }

  private void dispatch() {
    for (Rider rider : riders.values()) {
      if (rider.onShift && !rider.busy && !waiting.isEmpty()) {
        offer(rider);
      }
    }
    if (day.chance(0.05)) {
      var person = new PersonId("customer.customer-" + day.pick(2_000));
      say(new PersonForgotten(person, Actor.SYSTEM, Ground.OWN_REQUEST, day.now()));
    }
    day.in(20, 30, this::dispatch);
  }

  private void offer(Rider rider) {
    var orders = new ArrayList<OrderId>(List.of(waiting.removeFirst()));
    if (!waiting.isEmpty() && day.chance(0.3)) {
      orders.add(waiting.removeFirst());
    }
    rider.busy = true;
    var ride = new Ride(rider, orders);
    say(
        new AssignmentOffered(
            ride.id, rider.id, new DecisionId("d-" + ride.id), stops(orders), soon(60), day.now()));
    day.in(3, 30, () -> answer(ride));
  }

  private List<Stop> stops(List<OrderId> some) {
    var stops = new ArrayList<Stop>();
    some.forEach(order -> stops.add(Stop.pickup(order, soon(300 + day.pick(300)))));
    some.forEach(order -> stops.add(Stop.dropoff(order, soon(900 + day.pick(600)))));
    return stops;
  }

  private void answer(Ride ride) {
    var all = List.copyOf(ride.orders);
    if (day.chance(0.1)) {
      say(new OfferDeclined(ride.id, ride.rider.id, all, "far", day.now()));
      giveBack(ride);
    } else if (day.chance(0.05)) {
      say(new OfferExpired(ride.id, ride.rider.id, all, day.now()));
      giveBack(ride);
    } else if (day.chance(0.02)) {
      all.forEach(order -> withdraw(ride, order));
      end(ride);
    } else {
      say(new OfferAccepted(ride.id, ride.rider.id, all, day.now()));
      all.forEach(order -> assign(ride, order));
      day.in(60, 300, () -> toMerchants(ride));
    }
  }

  private void giveBack(Ride ride) {
    waiting.addAll(ride.orders);
    ride.rider.busy = false;
  }

  private void withdraw(Ride ride, OrderId order) {
    cancel(order, ride.id);
    say(new OrderWithdrawn(ride.id, ride.rider.id, order, "off", day.now()));
  }

  private void assign(Ride ride, OrderId order) {
    say(new CourierAssigned(order, ride.id, ride.rider.id, day.now()));
  }

  private void toMerchants(Ride ride) {
    move(ride.rider);
    if (day.chance(0.03)) {
      release(ride);
    } else if (day.chance(0.04) && !waiting.isEmpty()) {
      amend(ride);
    } else {
      List.copyOf(ride.orders).forEach(order -> arrive(ride, order));
      day.in(30, 300, () -> pickUp(ride));
    }
  }

  private void release(Ride ride) {
    say(new OrdersReleased(ride.id, ride.rider.id, ride.orders, "flat tyre", day.now()));
    for (OrderId order : ride.orders) {
      say(new CourierUnassigned(order, ride.id, ride.rider.id, "flat tyre", day.now()));
      waiting.add(order);
    }
    end(ride);
  }

  private void amend(Ride ride) {
    OrderId added = waiting.removeFirst();
    OrderId removed = ride.orders.removeFirst();
    ride.orders.add(added);
    say(
        new AssignmentAmended(
            ride.id,
            ride.rider.id,
            new DecisionId("d2-" + ride.id),
            stops(ride.orders),
            List.of(added),
            List.of(removed),
            "better",
            day.now()));
    say(new CourierUnassigned(removed, ride.id, ride.rider.id, "better", day.now()));
    assign(ride, added);
    waiting.add(removed);
    day.in(60, 120, () -> toMerchants(ride));
  }

  private void arrive(Ride ride, OrderId order) {
    say(new ArrivedAtPickup(ride.id, ride.rider.id, order, day.now()));
  }

  private void pickUp(Ride ride) {
    for (OrderId order : ride.orders) {
      say(new PickupRecorded(ride.id, ride.rider.id, order, day.now()));
      say(new OrderPickedUp(order, ride.id, ride.rider.id, day.now()));
    }
    if (day.chance(0.03)) {
      day.in(30, 120, () -> breakDown(ride));
    } else {
      ride.orders.forEach(order -> day.in(200, 900, () -> toDoor(ride, order)));
    }
  }

  private void breakDown(Ride ride) {
    Personal<GeoPoint> place =
        day.chance(0.5) ? null : Personal.of(ride.rider.id.personId(), day.somewhere());
    say(
        new AssignmentAbandoned(
            ride.id,
            ride.rider.id,
            AbandonCause.BROKEN_DOWN,
            List.of(),
            ride.orders,
            place,
            "crash",
            day.now()));
    for (OrderId order : ride.orders) {
      say(new OrderStranded(order, ride.id, ride.rider.id, place, soon(500), day.now()));
      waiting.add(order);
    }
    say(new AssignmentEnded(ride.id, ride.rider.id, day.now()));
    rest(ride.rider);
  }

  private void toDoor(Ride ride, OrderId order) {
    CourierId courier = ride.rider.id;
    move(ride.rider);
    if (day.chance(0.01)) {
      cancel(order, ride.id);
      say(new ReturnRequested(ride.id, courier, order, "off", day.now()));
      day.in(200, 400, () -> bringBack(ride, order));
      return;
    }
    say(new ArrivedAtDropoff(ride.id, courier, order, day.now()));
    if (day.chance(0.02)) {
      say(new DropoffFailed(ride.id, courier, order, "nobody", day.now()));
      say(new DeliveryFailed(order, ride.id, "nobody", day.now()));
      day.in(200, 400, () -> bringBack(ride, order));
    } else {
      say(new DropoffRecorded(ride.id, courier, order, day.now()));
      say(new OrderDelivered(order, ride.id, courier, day.now()));
      cash(ride.rider, order);
      done(ride, order);
    }
  }

  private void bringBack(Ride ride, OrderId order) {
    say(new ReturnRecorded(ride.id, ride.rider.id, order, day.now()));
    say(new OrderReturned(order, ride.id, day.now()));
    done(ride, order);
  }

  private void done(Ride ride, OrderId order) {
    ride.orders.remove(order);
    if (ride.orders.isEmpty()) {
      end(ride);
    }
  }

  private void end(Ride ride) {
    say(new AssignmentEnded(ride.id, ride.rider.id, day.now()));
    ride.rider.busy = false;
    if (day.chance(0.05)) {
      rest(ride.rider);
    } else if (day.chance(0.03)) {
      endShift(ride.rider);
    }
  }

  private void cash(Rider rider, OrderId order) {
    if (day.chance(0.1)) {
      say(new CashTaken(rider.id, order, FIVE, FIVE, day.chance(0.5), day.now()));
    } else if (day.chance(0.05)) {
      say(new CashHandedIn(rider.id, "h", FIVE, Money.zero("EUR"), false, day.now()));
    }
  }

  private void startShift(Rider rider) {
    say(new ShiftStarted(rider.id, Vehicle.SCOOTER, 2, soon(20_000), day.now()));
    if (day.chance(0.1)) {
      say(new CashStillInHand(rider.id, FIVE, day.now()));
    }
    rider.onShift = true;
    ride(rider);
  }

  private void endShift(Rider rider) {
    rider.onShift = false;
    say(new ShiftEnded(rider.id, false, day.now()));
    day.in(600, 3_600, () -> startShift(rider));
  }

  private void rest(Rider rider) {
    rider.busy = true;
    say(new BreakStarted(rider.id, day.now()));
    day.in(
        300,
        900,
        () -> {
          say(new VehicleChanged(rider.id, Vehicle.BICYCLE, 1, day.now()));
          say(new BreakEnded(rider.id, day.now()));
          rider.busy = false;
        });
  }

  /// As long as the shift lasts.
  private void ride(Rider rider) {
    if (rider.onShift) {
      move(rider);
      day.in(20, 60, () -> ride(rider));
    }
  }

  private void move(Rider rider) {
    GeoPoint to = day.somewhere();
    rider.place =
        new GeoPoint(
            rider.place.latitude() + (to.latitude() - rider.place.latitude()) / 50,
            rider.place.longitude() + (to.longitude() - rider.place.longitude()) / 50);
    positions.accept(
        new CourierPosition(
            rider.id, rider.place, null, null, 5.0, sequence++, day.now(), day.now(), 0));
  }

  private Rider anyRider() {
    return List.copyOf(riders.values()).get(day.pick(riders.size()));
  }

  private Instant soon(int seconds) {
    return day.now().plusSeconds(seconds);
  }

  private void say(Object event) {
    day.say(event);
  }
}
