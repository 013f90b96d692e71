package id.antar.dispatch.lab.run;

import id.antar.api.assignment.AbandonCause;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtDropoff;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentEvent.DropoffFailed;
import id.antar.api.assignment.AssignmentEvent.DropoffRecorded;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRecorded;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierEvent.BreakEnded;
import id.antar.api.courier.CourierEvent.BreakStarted;
import id.antar.api.courier.CourierEvent.ShiftEnded;
import id.antar.api.courier.CourierEvent.VehicleChanged;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderReturned;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderId;
import id.antar.api.person.Personal;
import id.antar.dispatch.lab.facts.Mishap;
import id.antar.dispatch.lab.facts.ShiftFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What couriers do once they have accepted: drive, wait, pick up, hand over, and now and then
/// break down.
final class Road {

  private final World world;
  private final Map<OrderId, Parcel> parcels;
  private final Behaviour behaviour;
  private final Streets streets;
  private final Draws draws;

  Road(
      World world,
      Map<OrderId, Parcel> parcels,
      Behaviour behaviour,
      Streets streets,
      Draws draws) {
    this.world = world;
    this.parcels = parcels;
    this.behaviour = behaviour;
    this.streets = streets;
    this.draws = draws;
  }

  void begin(Rider rider, ShiftFacts shift) {
    if (rider.ride == null) {
      rider.place = shift.place();
    }
    rider.vehicle = shift.started().vehicle();
    rider.onShift = true;
    rider.onBreak = false;
    rider.leaving = false;
    world.happens(shift.started());
  }

  void change(Rider rider, CourierEvent event) {
    if (!rider.onShift) {
      return;
    }
    switch (event) {
      case VehicleChanged e -> rider.vehicle = e.vehicle();
      case BreakStarted _ -> rider.onBreak = true;
      case BreakEnded _ -> rider.onBreak = false;
      default -> {}
    }
    world.happens(event);
  }

  /// At the end of the trip, if there is one.
  void leave(Rider rider) {
    rider.leaving = true;
    if (rider.ride == null && rider.onShift) {
      rider.onShift = false;
      world.happens(new ShiftEnded(rider.id, false, now()));
    }
  }

  void setOut(Ride ride) {
    Rider rider = ride.rider;
    rider.ride = ride;
    rider.departed = rider.place;
    ride.orders().stream()
        .map(this::parcel)
        .filter(parcel -> isStillToStrike(parcel, false))
        .findFirst()
        .ifPresent(parcel -> strikeAfter(ride, parcel));
    proceed(rider);
  }

  private static boolean isStillToStrike(Parcel parcel, boolean carried) {
    Mishap mishap = parcel.facts.mishap();
    return mishap != null && mishap.carried() == carried && !parcel.struck;
  }

  /// As long as the courier has the order, and what can strike in this way has not come.
  private void strikeAfter(Ride ride, Parcel parcel) {
    Mishap mishap = mishap(parcel);
    world.in(
        mishap.after(),
        () -> {
          if (!parcel.struck && parcel.holder == ride && parcel.carried == mishap.carried()) {
            strike(ride, parcel);
          }
        });
  }

  /// To the next stop, if there is one.
  void proceed(Rider rider) {
    Ride ride = rider.ride;
    if (ride == null) {
      return;
    }
    rider.doing++;
    if (ride.stops.isEmpty()) {
      end(ride);
      return;
    }
    Stop stop = ride.stops.getFirst();
    Parcel parcel = parcel(stop.orderId());
    GeoPoint there = place(stop, parcel);
    int took = 0;
    if (!rider.place.equals(there)) {
      int seconds = streets.seconds(rider.place, there, rider.vehicle);
      took = behaviour.drive(rider.id, seconds, draws, parcel.id(), stop.kind());
      rider.move = new Rider.Move(rider.place, there, world.now, world.now + took);
    }
    then(rider, took, () -> arrive(ride, stop, parcel, there));
  }

  /// Unless the courier does something else by then.
  private void then(Rider rider, int seconds, Runnable what) {
    int doing = rider.doing;
    world.in(
        seconds,
        () -> {
          if (rider.doing == doing) {
            what.run();
          }
        });
  }

  private static GeoPoint place(Stop stop, Parcel parcel) {
    return switch (stop.kind()) {
      case PICKUP -> parcel.pickup;
      case DROPOFF -> parcel.facts.door();
      case RETURN -> parcel.facts.placed().pickup();
    };
  }

  private void arrive(Ride ride, Stop stop, Parcel parcel, GeoPoint there) {
    Rider rider = ride.rider;
    if (!rider.departed.equals(there) && stop.kind() != Stop.Kind.RETURN) {
      parcel.metres += streets.metres(rider.departed, there, rider.vehicle);
    }
    rider.place = there;
    rider.departed = there;
    rider.move = null;
    switch (stop.kind()) {
      case PICKUP -> collect(ride, stop, parcel);
      case DROPOFF -> knock(ride, stop, parcel);
      case RETURN ->
          then(rider, behaviour.dropoff(parcel.facts, draws), () -> returned(ride, stop, parcel));
    }
  }

  private void collect(Ride ride, Stop stop, Parcel parcel) {
    Rider rider = ride.rider;
    world.happens(new ArrivedAtPickup(ride.id, rider.id, parcel.id(), now()));
    int wait = Math.max(0, parcel.ready - world.now);
    parcel.waited += wait;
    int service = behaviour.pickup(parcel.facts, draws);
    then(rider, wait + service, () -> pickUp(ride, stop, parcel));
  }

  private void pickUp(Ride ride, Stop stop, Parcel parcel) {
    Rider rider = ride.rider;
    parcel.carried = true;
    parcel.pickedUp = parcel.pickedUp < 0 ? world.now : parcel.pickedUp;
    world.happens(new PickupRecorded(ride.id, rider.id, parcel.id(), now()));
    world.happens(new OrderPickedUp(parcel.id(), ride.id, rider.id, now()));
    ride.visited(stop);
    if (isStillToStrike(parcel, true)) {
      strikeAfter(ride, parcel);
    }
    proceed(rider);
  }

  /// Whoever is to be struck does not get to hand it over.
  private void knock(Ride ride, Stop stop, Parcel parcel) {
    Rider rider = ride.rider;
    if (isStillToStrike(parcel, true)) {
      if (!mishap(parcel).unheard()) {
        strike(ride, parcel);
      }
      return;
    }
    world.happens(new ArrivedAtDropoff(ride.id, rider.id, parcel.id(), now()));
    Integer shut = parcel.facts.shutDoor();
    if (shut != null) {
      then(rider, shut, () -> turnAway(ride, parcel));
    } else {
      int service = behaviour.dropoff(parcel.facts, draws);
      then(rider, service, () -> deliver(ride, stop, parcel));
    }
  }

  private void deliver(Ride ride, Stop stop, Parcel parcel) {
    parcel.over = true;
    parcel.delivered = world.now;
    parcel.courierId = ride.rider.id;
    world.happens(new DropoffRecorded(ride.id, ride.rider.id, parcel.id(), now()));
    world.happens(new OrderDelivered(parcel.id(), ride.id, ride.rider.id, now()));
    ride.visited(stop);
    proceed(ride.rider);
  }

  private void turnAway(Ride ride, Parcel parcel) {
    world.happens(new DropoffFailed(ride.id, ride.rider.id, parcel.id(), "Nobody opens.", now()));
    bringBack(ride, parcel);
  }

  /// The drop-off becomes a way back to the merchant, at the end of the trip.
  void bringBack(Ride ride, Parcel parcel) {
    ride.drop(parcel.id());
    ride.stops.add(new Stop(Stop.Kind.RETURN, parcel.id(), now()));
    ride.rider.halt(world.now, streets);
    proceed(ride.rider);
  }

  private void returned(Ride ride, Stop stop, Parcel parcel) {
    parcel.over = true;
    world.happens(new ReturnRecorded(ride.id, ride.rider.id, parcel.id(), now()));
    if (!parcel.returning) {
      world.happens(new OrderReturned(parcel.id(), ride.id, now()));
    }
    ride.visited(stop);
    proceed(ride.rider);
  }

  private void end(Ride ride) {
    Rider rider = ride.rider;
    ride.over = true;
    rider.ride = null;
    world.happens(new AssignmentEnded(ride.id, rider.id, now()));
    if (rider.leaving) {
      leave(rider);
    }
  }

  private void strike(Ride ride, Parcel cause) {
    Rider rider = ride.rider;
    Mishap mishap = mishap(cause);
    cause.struck = true;
    rider.halt(world.now, streets);
    List<Parcel> all = ride.orders().stream().map(this::parcel).toList();
    List<OrderId> stranded = all.stream().filter(p -> p.carried).map(Parcel::id).toList();
    List<OrderId> released = all.stream().filter(p -> !p.carried).map(Parcel::id).toList();
    Personal<GeoPoint> handover =
        mishap.handover() ? Personal.of(rider.id.personId(), rider.place) : null;
    AbandonCause why = mishap.unheard() ? AbandonCause.SILENT : AbandonCause.BROKEN_DOWN;
    world.happens(
        new AssignmentAbandoned(ride.id, rider.id, why, released, stranded, handover, "", now()));
    rider.onBreak = true;
    world.happens(new BreakStarted(rider.id, now()));
    ride.stops.clear();
    end(ride);
    all.forEach(parcel -> lose(ride, parcel, handover, mishap));
    Optional.ofNullable(mishap.back()).ifPresent(seconds -> comeBack(rider, seconds));
  }

  private void comeBack(Rider rider, int seconds) {
    world.in(
        seconds,
        () -> {
          if (rider.onShift && rider.onBreak) {
            rider.onBreak = false;
            world.happens(new BreakEnded(rider.id, now()));
          }
        });
  }

  private void lose(
      Ride ride, Parcel parcel, @Nullable Personal<GeoPoint> handover, Mishap mishap) {
    parcel.holder = null;
    parcel.fetchedAt = world.now;
    if (!parcel.carried) {
      world.happens(new CourierUnassigned(parcel.id(), ride.id, ride.rider.id, "", now()));
      return;
    }
    parcel.carried = false;
    parcel.pickup = handover == null ? parcel.facts.placed().pickup() : ride.rider.place;
    parcel.ready = world.now + (handover == null ? mishap.remade() : 0);
    if (parcel.returning) {
      parcel.over = true;
      return;
    }
    Instant again = now().plusSeconds(parcel.ready - world.now);
    world.happens(new OrderStranded(parcel.id(), ride.id, ride.rider.id, handover, again, now()));
  }

  private Instant now() {
    return world.time();
  }

  private Parcel parcel(OrderId id) {
    Parcel parcel = parcels.get(id);
    if (parcel == null) {
      throw new IllegalStateException("Nobody knows order " + id + ".");
    }
    return parcel;
  }

  private static Mishap mishap(Parcel parcel) {
    Mishap mishap = parcel.facts.mishap();
    if (mishap == null) {
      throw new IllegalStateException("Nothing strikes order " + parcel.id() + ".");
    }
    return mishap;
  }
}
