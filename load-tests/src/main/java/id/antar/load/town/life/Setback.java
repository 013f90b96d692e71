package id.antar.load.town.life;

import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.client.Point;
import id.antar.load.client.Request;
import id.antar.load.client.StreamClient;
import id.antar.load.town.mishap.Blow;
import id.antar.load.town.mishap.Happening;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Courier;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a courier does whom something strikes on the way to a door.
final class Setback {

  private final World world;
  private final Courier courier;
  private final Beacon beacon;
  private final Driving driving;
  private final DutyLog duty;
  private final Dice dice;

  Setback(World world, Courier courier, Beacon beacon, Driving driving, DutyLog duty) {
    this.world = world;
    this.courier = courier;
    this.beacon = beacon;
    this.driving = driving;
    this.duty = duty;
    this.dice = world.dice(courier.name() + "-setbacks");
  }

  /// @return how the trip ended by that; nothing if the courier may try to go on with it
  Optional<Ending> suffer(Blow blow, Trip trip, Point door, StreamClient stream)
      throws InterruptedException {
    driving.goPartOfTheWay(door, dice.between(0.3, 0.7));
    return switch (blow) {
      case BREAKDOWN -> breakDown(trip);
      case SILENCE -> {
        fallSilent(trip, stream);
        yield Optional.empty();
      }
      case LOSS -> {
        fallSilentForGood(trip, stream);
        yield Optional.of(Ending.LOST);
      }
    };
  }

  /// A courier who was silent reads how the trip stands now.
  void foundItOver() {
    headline(Happening.BACK, List.of(), "is back, and the trip is over");
  }

  private Optional<Ending> breakDown(Trip trip) throws InterruptedException {
    List<String> inHand = trip.inHand();
    Point here = driving.here();
    Answer answer =
        world
            .api()
            .call(
                Request.post(
                    CallKind.COURIER_ACTION,
                    courier.actor(),
                    "/v1/assignments/" + trip.assignmentId() + "/breakdown",
                    world.newKey(),
                    Map.of(
                        "reason", "a flat tyre", "at", here, "occurredAt", world.clock().now())));
    if (answer.ok()) {
      world.chronicle().leave(inHand, here);
      headline(Happening.BROKEN_DOWN, inHand, "has broken down with " + count(inHand));
      return Optional.of(Ending.BROKEN_DOWN);
    }
    if (answer.isProblem("assignment-is-over")) {
      trip.end();
    } else {
      world.unexpected("report breakdown", courier.actor(), answer);
    }
    return Optional.empty();
  }

  private void fallSilent(Trip trip, StreamClient stream) throws InterruptedException {
    headline(Happening.SILENT, trip.inHand(), "is silent, with " + count(trip.inHand()));
    beacon.die();
    stream.cut();
    duty.tripEnded(world.clock().now());
    world.clock().sleep(dice.seconds(25 * 60, 40 * 60));
    duty.tripAccepted(world.clock().now());
    beacon.revive();
    stream.restore();
  }

  private void fallSilentForGood(Trip trip, StreamClient stream) {
    headline(Happening.SILENT, trip.inHand(), "is silent for good, with " + count(trip.inHand()));
    beacon.die();
    stream.close();
  }

  private void headline(Happening what, List<String> orderIds, String story) {
    world.chronicle().headline(what, courier.name(), orderIds, story);
  }

  private static String count(List<String> orderIds) {
    return orderIds.size() == 1 ? "an order in hand" : orderIds.size() + " orders in hand";
  }
}
