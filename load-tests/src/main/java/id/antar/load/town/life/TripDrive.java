package id.antar.load.town.life;

import id.antar.load.client.Answer;
import id.antar.load.client.AssignmentView;
import id.antar.load.client.AssignmentView.StopView;
import id.antar.load.client.CallKind;
import id.antar.load.client.OrderView;
import id.antar.load.client.Point;
import id.antar.load.client.Request;
import id.antar.load.client.StreamClient;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Courier;
import id.antar.load.town.world.Route;
import id.antar.load.town.world.RouteWalk;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Carries out one trip after the other: always the first stop that the engine's list still has.
final class TripDrive {

  private static final double NOBODY_AT_THE_DOOR = 0.003;
  private static final double NEXT_DOOR_METRES = 10;

  /// Rounds without progress, each of this length, before the courier gives up.
  private static final int MOST_FRUITLESS_ROUNDS = 200;

  private static final long FRUITLESS_ROUND_MILLIS = 300;
  private static final Duration ASKS_AGAIN = Duration.ofSeconds(30);
  private static final Duration ASKS_AT_MOST_EVERY_REAL = Duration.ofSeconds(1);

  private final World world;
  private final Courier courier;
  private final Beacon beacon;
  private final Dice dice;
  private final Semaphore nudges = new Semaphore(0);
  private final Set<String> ready = ConcurrentHashMap.newKeySet();

  TripDrive(World world, Courier courier, Beacon beacon) {
    this.world = world;
    this.courier = courier;
    this.beacon = beacon;
    this.dice = world.dice(courier.name() + "-drive");
  }

  /// Something about the trip has changed.
  void nudge() {
    nudges.release();
  }

  void heardReady(String orderId) {
    ready.add(orderId);
    nudges.release();
  }

  /// Returns when nothing is left to do.
  void carryOut(Trip trip, StreamClient stream) throws InterruptedException {
    int fruitless = 0;
    while (fruitless < MOST_FRUITLESS_ROUNDS) {
      nudges.drainPermits();
      Optional<AssignmentView> view = read(trip);
      if (view.isPresent() && !view.get().isOffered()) {
        Optional<StopView> next =
            view.get().isAccepted() ? trip.next(view.get()) : Optional.empty();
        if (next.isPresent() && visit(trip, next.get(), stream)) {
          fruitless = 0;
          continue;
        }
        if (next.isEmpty() && !(view.get().isAccepted() && trip.awaitsReturnStop(view.get()))) {
          return;
        }
      }
      fruitless++;
      TimeUnit.MILLISECONDS.sleep(FRUITLESS_ROUND_MILLIS);
    }
    world.incidents().report("courier got stuck", courier.id() + " on " + trip.assignmentId());
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
    if (!drive(trip, stop, place)) {
      return true;
    }
    return switch (stop.kind()) {
      case "pickup" -> pickUp(trip, stop, stream);
      case "dropoff" -> handOver(trip, stop);
      case "return" -> bringBack(trip, stop);
      default -> throw new IllegalStateException("Unknown kind of stop: " + stop.kind());
    };
  }

  /// @return false if the stop went away meanwhile
  private boolean drive(Trip trip, StopView stop, Point place) throws InterruptedException {
    Point here = beacon.here().point();
    if (here.metresTo(place) < NEXT_DOOR_METRES) {
      return true;
    }
    Optional<Route> route = world.map().findRoute(here, place, courier.vehicle());
    if (route.isEmpty()) {
      world.incidents().report("no way to a stop", courier.vehicle() + " " + here + " " + place);
    }
    RouteWalk walk =
        route
            .filter(way -> !way.points().isEmpty())
            .map(way -> new RouteWalk(way.points(), world.clock().now(), pace(way)))
            .orElseGet(() -> RouteWalk.standingAt(place));
    beacon.follow(walk);
    while (world.clock().awaitNudge(nudges, walk.arrivesAt())) {
      if (trip.isOff(stop)) {
        beacon.halt();
        return false;
      }
    }
    return true;
  }

  private Duration pace(Route route) {
    return Duration.ofMillis((long) (route.duration().toMillis() * courier.pace()));
  }

  private boolean pickUp(Trip trip, StopView stop, StreamClient stream)
      throws InterruptedException {
    if (!arrive(trip, stop, "arrive-pickup") || !awaitReady(trip, stop, stream)) {
      return false;
    }
    world.clock().sleep(dice.seconds(15, 50));
    return act(trip, stop, "pickup", Map.of());
  }

  private boolean handOver(Trip trip, StopView stop) throws InterruptedException {
    if (!arrive(trip, stop, "arrive-dropoff")) {
      return false;
    }
    if (dice.chance(NOBODY_AT_THE_DOOR)) {
      world.clock().sleep(dice.seconds(180, 300));
      boolean failed = act(trip, stop, "fail", Map.of("reason", "nobody at the door"));
      if (failed) {
        trip.toReturn(stop.orderId());
      }
      return failed;
    }
    world.clock().sleep(dice.seconds(30, 120));
    return act(trip, stop, "dropoff", Map.of());
  }

  private boolean bringBack(Trip trip, StopView stop) throws InterruptedException {
    world.clock().sleep(dice.seconds(20, 60));
    return act(trip, stop, "return", Map.of());
  }

  private boolean arrive(Trip trip, StopView stop, String verb) throws InterruptedException {
    if (trip.hasArrived(stop)) {
      return true;
    }
    Answer answer = send(trip, stop, verb, Map.of());
    if (answer.ok()) {
      trip.arrived(stop.kind(), stop.orderId());
    } else {
      refused(trip, stop, verb, answer);
    }
    return answer.ok();
  }

  /// @return false if it will not be ready
  private boolean awaitReady(Trip trip, StopView stop, StreamClient stream)
      throws InterruptedException {
    String orderId = stop.orderId();
    String topic = "order:" + orderId;
    Duration pause = world.clock().toTown(ASKS_AT_MOST_EVERY_REAL);
    pause = pause.compareTo(ASKS_AGAIN) < 0 ? ASKS_AGAIN : pause;
    stream.subscribe(topic);
    try {
      while (!ready.contains(orderId)) {
        Optional<Stage> stage =
            world.findOrder(courier.actor(), orderId).map(OrderView::stage).flatMap(Stage::find);
        if (stage.isPresent() && stage.get().isAtLeast(Stage.READY)) {
          return !stage.get().isFinal();
        }
        Instant again = world.clock().now().plus(pause);
        if (world.clock().awaitNudge(nudges, again) && trip.isOff(stop)) {
          return false;
        }
      }
      return true;
    } finally {
      stream.unsubscribe(topic);
    }
  }

  private boolean act(Trip trip, StopView stop, String verb, Map<String, Object> values)
      throws InterruptedException {
    Answer answer = send(trip, stop, verb, values);
    if (answer.ok()) {
      trip.done(stop.kind(), stop.orderId());
    } else {
      refused(trip, stop, verb, answer);
    }
    return answer.ok();
  }

  private Answer send(Trip trip, StopView stop, String verb, Map<String, Object> values)
      throws InterruptedException {
    String path =
        "/v1/assignments/%s/orders/%s/%s".formatted(trip.assignmentId(), stop.orderId(), verb);
    Map<String, Object> body = new HashMap<>(values);
    body.put("occurredAt", world.clock().now());
    return world
        .api()
        .call(Request.post(CallKind.COURIER_ACTION, courier.actor(), path, world.newKey(), body));
  }

  /// The trip may have changed a moment ago; what the engine then says is news, not an error.
  private void refused(Trip trip, StopView stop, String verb, Answer answer) {
    switch (answer.code()) {
      case "to-be-returned" -> trip.toReturn(stop.orderId());
      case "not-in-this-assignment", "assignment-is-over" -> trip.withdrawn(stop.orderId());
      default -> {
        if (!trip.isOff(stop)) {
          world.unexpected("courier " + verb, courier.actor(), answer);
        }
      }
    }
  }
}
