package id.antar.load.town.life;

import id.antar.load.client.Point;
import id.antar.load.town.world.People.Courier;
import id.antar.load.town.world.Route;
import id.antar.load.town.world.RouteWalk;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How a courier moves: by the engine's own routes, at the courier's own pace.
final class Driving {

  private static final double NEXT_DOOR_METRES = 10;

  private final World world;
  private final Courier courier;
  private final Beacon beacon;

  Driving(World world, Courier courier, Beacon beacon) {
    this.world = world;
    this.courier = courier;
    this.beacon = beacon;
  }

  Point here() {
    return beacon.here().point();
  }

  boolean isAt(Point place) {
    return here().metresTo(place) < NEXT_DOOR_METRES;
  }

  /// Sets out, and says when the courier will be there.
  Instant setOut(Point place) throws InterruptedException {
    Point here = here();
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
    return walk.arrivesAt();
  }

  /// Goes a share of the way, and stands there.
  void goPartOfTheWay(Point place, double share) throws InterruptedException {
    if (!isAt(place)) {
      Instant now = world.clock().now();
      Duration way = Duration.between(now, setOut(place));
      world.clock().sleepUntil(now.plusMillis((long) (way.toMillis() * share)));
      beacon.halt();
    }
  }

  void halt() {
    beacon.halt();
  }

  private Duration pace(Route route) {
    return Duration.ofMillis((long) (route.duration().toMillis() * courier.pace()));
  }
}
