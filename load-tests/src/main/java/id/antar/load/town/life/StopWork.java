package id.antar.load.town.life;

import id.antar.load.client.Answer;
import id.antar.load.client.AssignmentView.StopView;
import id.antar.load.client.CallKind;
import id.antar.load.client.OrderView;
import id.antar.load.client.Request;
import id.antar.load.client.StreamClient;
import id.antar.load.town.mishap.Happening;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Courier;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// What a courier does at a stop, and tells the engine of it.
final class StopWork {

  private static final double NOBODY_AT_THE_DOOR = 0.003;
  private static final double REVIEWS_CUSTOMER = 0.35;
  private static final Duration ASKS_AGAIN = Duration.ofSeconds(30);
  private static final Duration ASKS_AT_MOST_EVERY_REAL = Duration.ofSeconds(1);

  private final World world;
  private final Courier courier;
  private final Semaphore nudges;
  private final Dice dice;
  private final Talk talk;
  private final Set<String> ready = ConcurrentHashMap.newKeySet();

  /// @param nudges one for each piece of news about the trip
  StopWork(World world, Courier courier, Semaphore nudges) {
    this.world = world;
    this.courier = courier;
    this.nudges = nudges;
    this.dice = world.dice(courier.name() + "-drive");
    this.talk = new Talk(world);
  }

  void heardReady(String orderId) {
    ready.add(orderId);
  }

  /// @return whether it got the trip any further
  boolean visit(Trip trip, StopView stop, StreamClient stream) throws InterruptedException {
    return switch (stop.kind()) {
      case "pickup" -> pickUp(trip, stop, stream);
      case "dropoff" -> handOver(trip, stop);
      case "return" -> bringBack(trip, stop);
      default -> throw new IllegalStateException("Unknown kind of stop: " + stop.kind());
    };
  }

  private boolean pickUp(Trip trip, StopView stop, StreamClient stream)
      throws InterruptedException {
    boolean left = world.chronicle().isLeftAt(stop.orderId(), stop.point());
    if (!arrive(trip, stop, "arrive-pickup") || !(left || awaitReady(trip, stop, stream))) {
      return false;
    }
    world.clock().sleep(dice.seconds(15, 50));
    if (!act(trip, stop, "pickup", Map.of())) {
      return false;
    }
    ready.remove(stop.orderId());
    if (left) {
      fetched(stop.orderId());
    }
    world.chronicle().taken(stop.orderId());
    talk.readByCourier(courier.actor(), stop.orderId());
    if (!trip.isDoomed()) {
      world.script().afterPickup().ifPresent(trip::doom);
    }
    return true;
  }

  private void fetched(String orderId) {
    world
        .chronicle()
        .headline(
            Happening.FETCHED,
            courier.name(),
            List.of(orderId),
            "has fetched an order where another courier broke down");
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
    boolean delivered = act(trip, stop, "dropoff", Map.of());
    if (delivered) {
      world.book().find(stop.orderId()).ifPresent(this::thinkOfCustomer);
    }
    return delivered;
  }

  private void thinkOfCustomer(TrackedOrder order) {
    if (dice.chance(REVIEWS_CUSTOMER)) {
      new Thanks(world)
          .review(courier.actor(), "customer", order, dice.fork(), dice.seconds(10, 60));
    }
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

  /// @return false if it will not be ready, or not for this courier
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
      case "not-in-this-assignment" -> trip.withdrawn(stop.orderId());
      case "assignment-is-over" -> trip.end();
      default -> {
        if (!trip.isOff(stop)) {
          world.unexpected("courier " + verb, courier.actor(), answer);
        }
      }
    }
  }
}
