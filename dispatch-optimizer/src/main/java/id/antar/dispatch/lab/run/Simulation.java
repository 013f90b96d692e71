package id.antar.dispatch.lab.run;

import static id.antar.dispatch.lab.facts.Answered.Kind.ACCEPTED;
import static id.antar.dispatch.lab.facts.Answered.Kind.DECLINED;

import id.antar.api.assignment.AssignmentCommand;
import id.antar.api.assignment.AssignmentCommand.AmendAssignment;
import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OfferExpired;
import id.antar.api.assignment.AssignmentEvent.OrderWithdrawn;
import id.antar.api.assignment.AssignmentEvent.ReturnRequested;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.dispatch.lab.facts.Answered;
import id.antar.dispatch.lab.facts.Facts;
import id.antar.dispatch.lab.facts.OrderFacts;
import id.antar.dispatch.lab.facts.ShiftFacts;
import id.antar.dispatch.plan.DispatchPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lives through a window again, second by second, with the live dispatcher under some policy. What
/// nobody decided happens as it did: orders, ready times, shifts, cancellations, mishaps. What
/// couriers do is drawn from how they behaved. One seed gives one run, the same on any machine.
public final class Simulation {

  /// The live dispatcher's.
  static final int ROUND_INTERVAL = 5;

  /// After the window, for what is still open.
  private static final int OVERTIME = Math.toIntExact(Duration.ofHours(4).toSeconds());

  private static final Party CLOCK = new Party.Engine("timeouts");
  private static final int DEADLINE_CHECK = 60;

  private final Facts facts;
  private final Behaviour behaviour;
  private final Streets streets;
  private final DispatchPolicy policy;
  private final Draws draws;
  private final World world;
  private final Map<OrderId, Parcel> parcels = new LinkedHashMap<>();
  private final Map<CourierId, Rider> riders = new LinkedHashMap<>();
  private final Map<AssignmentId, Ride> rides = new HashMap<>();
  private final Road road;

  public Simulation(
      Facts facts, Behaviour behaviour, Streets streets, DispatchPolicy policy, long seed) {
    this(facts, behaviour, streets, policy, seed, _ -> {});
  }

  /// @param witness hears of every fact
  public Simulation(
      Facts facts,
      Behaviour behaviour,
      Streets streets,
      DispatchPolicy policy,
      long seed,
      Consumer<Object> witness) {
    this.facts = facts;
    this.behaviour = behaviour;
    this.streets = streets;
    this.policy = policy;
    this.draws = new Draws(seed);
    this.world = new World(facts, streets, policy, witness);
    this.road = new Road(world, parcels, behaviour, streets, draws);
  }

  /// By the time they were placed.
  ///
  /// @param pulse run before every round; what it throws ends the run
  public List<Fared> run(Runnable pulse) {
    facts.shifts().forEach(this::expect);
    facts.orders().forEach(this::expect);
    int last = facts.second(facts.to()) + OVERTIME;
    int round = (int) (draws.uniform("first round") * ROUND_INTERVAL);
    int lastRound = -1;
    while (!isDone()) {
      world.now = Math.min(round, world.nextDue());
      if (world.now > last) {
        break;
      }
      if (world.live()) {
        round = Math.max(world.now, lastRound + 1);
      }
      if (round <= world.now) {
        lastRound = world.now;
        round = world.now + ROUND_INTERVAL;
        pulse.run();
        decide();
      }
    }
    return parcels.values().stream().map(this::fared).toList();
  }

  private boolean isDone() {
    return parcels.values().stream().allMatch(parcel -> parcel.over);
  }

  private void decide() {
    world.learn();
    for (Rider rider : riders.values()) {
      if (rider.onShift) {
        world.dispatcher.seen(rider.id, rider.placeAt(world.now, streets), world.time());
      }
    }
    for (AssignmentCommand command : world.dispatcher.round(world.time())) {
      if (command instanceof OfferAssignment offer) {
        offer(offer);
      } else if (command instanceof AmendAssignment amend) {
        amend(amend);
      }
    }
  }

  private void expect(ShiftFacts shift) {
    Rider rider = riders.computeIfAbsent(shift.courierId(), id -> new Rider(id, shift.place()));
    world.at(facts.second(shift.started().occurredAt()), () -> road.begin(rider, shift));
    shift
        .within()
        .forEach(
            event -> world.at(facts.second(event.occurredAt()), () -> road.change(rider, event)));
    world.at(facts.second(shift.end()), () -> road.leave(rider));
  }

  private void expect(OrderFacts order) {
    Instant courierBy = order.confirmed().courierBy();
    var parcel = new Parcel(order, facts.second(order.readyAt()), facts.second(courierBy));
    parcels.put(order.orderId(), parcel);
    Stream.concat(Stream.<OrderEvent>of(order.placed(), order.confirmed()), order.said().stream())
        .forEach(event -> world.at(facts.second(event.occurredAt()), () -> said(parcel, event)));
    OrderCancelled off = order.calledOff();
    if (off != null) {
      world.at(facts.second(off.occurredAt()), () -> callOff(parcel, off));
    }
    world.at(parcel.courierBy, () -> checkCourier(parcel));
    world.at(facts.second(order.placed().expiresAt()), () -> expire(parcel));
  }

  private void said(Parcel parcel, OrderEvent event) {
    if (parcel.over || (event instanceof OrderReady && parcel.carried)) {
      return;
    }
    if (event instanceof ReadyTimeChanged e) {
      parcel.courierBy = Math.max(parcel.courierBy, facts.second(e.readyAt()) + search(parcel));
    }
    world.happens(event);
  }

  /// How long a courier is looked for.
  private static int search(Parcel parcel) {
    var confirmed = parcel.facts.confirmed();
    Instant begin =
        confirmed.readyAt().isAfter(confirmed.occurredAt())
            ? confirmed.readyAt()
            : confirmed.occurredAt();
    return Math.toIntExact(Duration.between(begin, confirmed.courierBy()).toSeconds());
  }

  private void checkCourier(Parcel parcel) {
    if (parcel.over || parcel.carried) {
      return;
    }
    int due = Math.max(parcel.courierBy, parcel.fetchedAt + search(parcel));
    if (parcel.holder != null || due > world.now) {
      world.at(Math.max(due, world.now + DEADLINE_CHECK), () -> checkCourier(parcel));
    } else {
      callOff(parcel, outOfTime(parcel, "No courier was found in time."));
    }
  }

  private void expire(Parcel parcel) {
    if (!parcel.over && parcel.pickedUp < 0) {
      callOff(parcel, outOfTime(parcel, "The order has not come to its end in time."));
    }
  }

  private OrderCancelled outOfTime(Parcel parcel, String reason) {
    return new OrderCancelled(parcel.id(), CLOCK, reason, null, world.time());
  }

  private void callOff(Parcel parcel, OrderCancelled event) {
    if (parcel.over) {
      return;
    }
    Ride ride = parcel.holder;
    world.happens(event);
    if (parcel.carried && ride != null) {
      parcel.returning = true;
      var requested =
          new ReturnRequested(ride.id, ride.rider.id, parcel.id(), event.reason(), world.time());
      world.happens(requested);
      road.bringBack(ride, parcel);
      return;
    }
    parcel.over = true;
    Stream.concat(Stream.ofNullable(ride), openOffers(parcel))
        .distinct()
        .toList()
        .forEach(each -> withdraw(each, parcel, event.reason()));
  }

  private Stream<Ride> openOffers(Parcel parcel) {
    return rides.values().stream()
        .filter(ride -> !ride.over && ride.rider.ride != ride)
        .filter(ride -> ride.orders().contains(parcel.id()));
  }

  private void withdraw(Ride ride, Parcel parcel, String reason) {
    Rider rider = ride.rider;
    world.happens(new OrderWithdrawn(ride.id, rider.id, parcel.id(), reason, world.time()));
    ride.drop(parcel.id());
    parcel.holder = null;
    if (rider.ride == ride) {
      rider.halt(world.now, streets);
      road.proceed(rider);
    } else if (ride.stops.isEmpty()) {
      close(ride);
    }
  }

  private void close(Ride ride) {
    ride.over = true;
    rides.remove(ride.id);
  }

  private void offer(OfferAssignment offer) {
    Rider rider = rider(offer.courierId());
    var ride = new Ride(offer, rider);
    rides.put(ride.id, ride);
    world.happens(
        new AssignmentOffered(
            offer.assignmentId(),
            offer.courierId(),
            offer.decisionId(),
            offer.stops(),
            offer.expiresAt(),
            world.time()));
    OrderId first = ride.orders().getFirst();
    int nth = parcel(first).askedAgain(rider.id);
    Answered answer = behaviour.answer(rider.id, draws, first, nth, policy.offerExpiry());
    world.in(answer.seconds(), () -> answered(ride, answer.kind()));
  }

  private void answered(Ride ride, Answered.Kind kind) {
    Rider rider = ride.rider;
    if (ride.over) {
      return;
    }
    List<OrderId> orders = ride.orders();
    if (kind == ACCEPTED && rider.mayWork() && rider.ride == null) {
      accept(ride, orders);
      return;
    }
    close(ride);
    world.happens(
        kind == DECLINED
            ? new OfferDeclined(ride.id, rider.id, orders, "", world.time())
            : new OfferExpired(ride.id, rider.id, orders, world.time()));
  }

  private void accept(Ride ride, List<OrderId> orders) {
    Rider rider = ride.rider;
    world.happens(new OfferAccepted(ride.id, rider.id, orders, world.time()));
    orders.forEach(order -> assign(ride, order));
    road.setOut(ride);
  }

  private void assign(Ride ride, OrderId order) {
    parcel(order).holder = ride;
    world.happens(new CourierAssigned(order, ride.id, ride.rider.id, world.time()));
  }

  private void amend(AmendAssignment amend) {
    Ride ride = rides.get(amend.assignmentId());
    if (ride == null || ride.rider.ride != ride) {
      return;
    }
    List<OrderId> before = ride.orders();
    List<OrderId> after = amend.stops().stream().map(Stop::orderId).distinct().toList();
    List<OrderId> added = after.stream().filter(id -> !before.contains(id)).toList();
    List<OrderId> removed = before.stream().filter(id -> !after.contains(id)).toList();
    ride.stops.clear();
    ride.stops.addAll(amend.stops());
    world.happens(
        new AssignmentAmended(
            ride.id,
            ride.rider.id,
            amend.decisionId(),
            amend.stops(),
            added,
            removed,
            amend.reason(),
            world.time()));
    removed.forEach(order -> takeOff(ride, order, amend.reason()));
    added.forEach(order -> assign(ride, order));
    ride.rider.halt(world.now, streets);
    road.proceed(ride.rider);
  }

  private void takeOff(Ride ride, OrderId order, String reason) {
    Parcel parcel = parcel(order);
    parcel.holder = null;
    parcel.fetchedAt = world.now;
    world.happens(new CourierUnassigned(order, ride.id, ride.rider.id, reason, world.time()));
  }

  private Parcel parcel(OrderId id) {
    return require(parcels.get(id), id);
  }

  private Rider rider(CourierId id) {
    return require(riders.get(id), id);
  }

  private static <T> T require(@Nullable T found, Object id) {
    if (found == null) {
      throw new IllegalStateException("The dispatcher names " + id + ", whom nobody knows.");
    }
    return found;
  }

  private Fared fared(Parcel parcel) {
    return new Fared(
        parcel.id(),
        facts.second(parcel.facts.placed().occurredAt()),
        facts.second(parcel.facts.readyAt()),
        parcel.pickedUp,
        parcel.delivered,
        parcel.waited,
        parcel.metres,
        parcel.courierId);
  }
}
