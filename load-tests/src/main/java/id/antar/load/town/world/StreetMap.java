package id.antar.load.town.world;

import id.antar.load.client.Actor;
import id.antar.load.client.Answer;
import id.antar.load.client.Api;
import id.antar.load.client.CallKind;
import id.antar.load.client.Point;
import id.antar.load.client.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The engine's street map, and the town's place on it: a circle around a middle where people live.
public final class StreetMap {

  private static final double RADIUS_METRES = 3_000;
  private static final double FARTHEST_FROM_ROAD_METRES = 120;
  private static final Duration FARTHEST_FROM_MIDDLE = Duration.ofMinutes(20);
  private static final int MIDDLES = 10;
  private static final int PROBES = 8;
  private static final int MOST_TRIES = 400;

  private final Api api;
  private final Actor surveyor;
  private final MapView map;
  private final Point middle;

  private record MapView(
      String mapVersion,
      String attribution,
      Point southWest,
      Point northEast,
      List<String> vehicles) {}

  private record RoadPoint(boolean covered, Point snapped, double distanceMetres) {}

  private StreetMap(Api api, Actor surveyor, MapView map, Point middle) {
    this.api = api;
    this.surveyor = surveyor;
    this.map = map;
    this.middle = middle;
  }

  /// Reads the map and looks for a good middle: of some covered places the one around which most
  /// places are within reach.
  public static StreetMap survey(Api api, Actor surveyor, Dice dice) throws InterruptedException {
    MapView map = api.require(Request.get(CallKind.MAP, surveyor, "/v1/map")).as(MapView.class);
    Point centre = map.southWest().towards(map.northEast(), 0.5);
    StreetMap best = new StreetMap(api, surveyor, map, centre);
    int bestReach = -1;
    int found = 0;
    for (int i = 0; i < MOST_TRIES && found < MIDDLES && bestReach < PROBES; i++) {
      Optional<Point> candidate = best.snap(randomWithin(map.southWest(), map.northEast(), dice));
      if (candidate.isPresent()) {
        found++;
        StreetMap town = new StreetMap(api, surveyor, map, candidate.get());
        int reach = town.reach(dice);
        if (reach > bestReach) {
          best = town;
          bestReach = reach;
        }
      }
    }
    if (bestReach < 1) {
      throw new IllegalStateException(
          "No place for a town was found between " + map.southWest() + " and " + map.northEast());
    }
    return best;
  }

  public String version() {
    return map.mapVersion();
  }

  public String attribution() {
    return map.attribution();
  }

  public List<String> vehicles() {
    return map.vehicles();
  }

  /// A place on a street from which everybody in town can be reached, and back.
  public Point findHome(Dice dice) throws InterruptedException {
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<Point> home = tryHome(dice);
      if (home.isPresent()) {
        return home.get();
      }
    }
    throw new IllegalStateException("No free place was found around " + middle + ".");
  }

  /// The fastest way, unless there is none.
  public Optional<Route> findRoute(Point from, Point to, String vehicle)
      throws InterruptedException {
    String path = "/v1/map/route?from=" + from + "&to=" + to + "&vehicle=" + vehicle;
    Request request = Request.get(CallKind.MAP, surveyor, path);
    Answer answer = api.insist(request);
    return answer.ok() ? Optional.of(answer.as(Route.class)) : Optional.empty();
  }

  private Optional<Point> tryHome(Dice dice) throws InterruptedException {
    Point somewhere = randomAroundMiddle(dice);
    Optional<Point> home = snap(somewhere);
    return home.isPresent() && isConnected(home.get()) ? home : Optional.empty();
  }

  private boolean isConnected(Point point) throws InterruptedException {
    for (String vehicle : map.vehicles()) {
      if (!isNear(findRoute(middle, point, vehicle))
          || !isNear(findRoute(point, middle, vehicle))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNear(Optional<Route> route) {
    return route.isPresent() && route.get().duration().compareTo(FARTHEST_FROM_MIDDLE) < 0;
  }

  private int reach(Dice dice) throws InterruptedException {
    int reached = 0;
    for (int i = 0; i < PROBES; i++) {
      if (tryHome(dice).isPresent()) {
        reached++;
      }
    }
    return reached;
  }

  private Optional<Point> snap(Point point) throws InterruptedException {
    String path =
        "/v1/map/nearest?latitude=%s&longitude=%s"
            .formatted((Object[]) point.toString().split(","));
    Answer answer = api.call(Request.get(CallKind.MAP, surveyor, path));
    if (!answer.ok()) {
      return Optional.empty();
    }
    RoadPoint road = answer.as(RoadPoint.class);
    return road.covered() && road.distanceMetres() <= FARTHEST_FROM_ROAD_METRES
        ? Optional.of(road.snapped())
        : Optional.empty();
  }

  /// Within the circle, and within the map.
  private Point randomAroundMiddle(Dice dice) {
    double north = RADIUS_METRES / 111_195;
    double east = north / Math.cos(Math.toRadians(middle.latitude()));
    Point southWest =
        new Point(
            Math.max(map.southWest().latitude(), middle.latitude() - north),
            Math.max(map.southWest().longitude(), middle.longitude() - east));
    Point northEast =
        new Point(
            Math.min(map.northEast().latitude(), middle.latitude() + north),
            Math.min(map.northEast().longitude(), middle.longitude() + east));
    return randomWithin(southWest, northEast, dice);
  }

  private static Point randomWithin(Point southWest, Point northEast, Dice dice) {
    return new Point(
        dice.between(southWest.latitude(), northEast.latitude()),
        dice.between(southWest.longitude(), northEast.longitude()));
  }
}
