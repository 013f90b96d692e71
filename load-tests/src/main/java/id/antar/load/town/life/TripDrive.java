package id.antar.load.town.life;

import id.antar.load.client.Answer;
import id.antar.load.client.AssignmentView;
import id.antar.load.client.AssignmentView.StopView;
import id.antar.load.client.CallKind;
import id.antar.load.client.Point;
import id.antar.load.client.Request;
import id.antar.load.client.StreamClient;
import id.antar.load.town.mishap.Blow;
import id.antar.load.town.world.People.Courier;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Carries out one trip after the other: always the first stop that the engine's list still has.
final class TripDrive {

  /// Rounds without progress, each of this length, before the courier gives up.
  private static final int MOST_FRUITLESS_ROUNDS = 200;

  private static final long FRUITLESS_ROUND_MILLIS = 300;

  private final World world;
  private final Courier courier;
  private final Driving driving;
  private final Setback setback;
  private final StopWork work;
  private final Semaphore nudges = new Semaphore(0);

  TripDrive(World world, Courier courier, Beacon beacon, DutyLog duty) {
    this.world = world;
    this.courier = courier;
    this.driving = new Driving(world, courier, beacon);
    this.setback = new Setback(world, courier, beacon, driving, duty);
    this.work = new StopWork(world, courier, nudges);
  }

  /// Something about the trip has changed.
  void nudge() {
    nudges.release();
  }

  void heardReady(String orderId) {
    work.heardReady(orderId);
    nudges.release();
  }

  /// Returns when nothing is left to do, or when the courier cannot go on.
  Ending carryOut(Trip trip, StreamClient stream) throws InterruptedException {
    boolean wasSilent = false;
    boolean didTheLast = false;
    int fruitless = 0;
    while (fruitless < MOST_FRUITLESS_ROUNDS) {
      nudges.drainPermits();
      Optional<AssignmentView> view = read(trip);
      if (isOver(trip, view)) {
        if (wasSilent) {
          setback.foundItOver();
        }
        return didTheLast ? Ending.DONE : Ending.CUT_SHORT;
      }
      Optional<StopView> next = view.filter(AssignmentView::isAccepted).flatMap(trip::next);
      Optional<Blow> blow = next.flatMap(stop -> blowBefore(stop, trip));
      if (blow.isPresent()) {
        Optional<Ending> ending = setback.suffer(blow.get(), trip, door(next.get()), stream);
        if (ending.isPresent()) {
          return ending.get();
        }
        wasSilent = blow.get() == Blow.SILENCE;
        didTheLast = false;
        fruitless = 0;
      } else if (next.isPresent() && visit(trip, next.get(), stream)) {
        wasSilent = false;
        didTheLast = trip.isDone(next.get());
        fruitless = 0;
      } else {
        didTheLast = didTheLast && next.isEmpty();
        fruitless++;
        TimeUnit.MILLISECONDS.sleep(FRUITLESS_ROUND_MILLIS);
      }
    }
    world.incidents().report("courier got stuck", courier.id() + " on " + trip.assignmentId());
    return Ending.CUT_SHORT;
  }

  private static boolean isOver(Trip trip, Optional<AssignmentView> view) {
    if (trip.isOver()) {
      return true;
    }
    return view.isPresent()
        && !view.get().isOffered()
        && !(view.get().isAccepted() && trip.isUnfinished(view.get()));
  }

  private static Optional<Blow> blowBefore(StopView stop, Trip trip) {
    return stop.kind().equals("dropoff") ? trip.takeBlow() : Optional.empty();
  }

  private Point door(StopView stop) {
    Point point = stop.point();
    return point == null ? driving.here() : point;
  }

  private Optional<AssignmentView> read(Trip trip) throws InterruptedException {
    String path = "/v1/assignments/" + trip.assignmentId();
    Answer answer = world.api().call(Request.get(CallKind.READ_ASSIGNMENT, courier.actor(), path));
    if (!answer.ok() && answer.status() != 404) {
      world.unexpected("read assignment", courier.actor(), answer);
    }
    return answer.ok() ? Optional.of(answer.as(AssignmentView.class)) : Optional.empty();
  }

  /// @return whether it got the trip any further
  private boolean visit(Trip trip, StopView stop, StreamClient stream) throws InterruptedException {
    Point place = stop.point();
    if (place == null) {
      return false;
    }
    return !drive(trip, stop, place) || work.visit(trip, stop, stream);
  }

  /// @return false if the stop went away meanwhile
  private boolean drive(Trip trip, StopView stop, Point place) throws InterruptedException {
    if (driving.isAt(place)) {
      return true;
    }
    Instant arrival = driving.setOut(place);
    while (world.clock().awaitNudge(nudges, arrival)) {
      if (trip.isOff(stop)) {
        driving.halt();
        return false;
      }
    }
    return true;
  }
}
