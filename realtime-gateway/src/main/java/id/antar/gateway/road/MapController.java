package id.antar.gateway.road;

import id.antar.api.account.Permission;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.road.RoadQuery.GetMap;
import id.antar.api.road.RoadQuery.GetRoute;
import id.antar.api.road.RoadQuery.GetStreets;
import id.antar.api.road.RoadQuery.LocateOnRoad;
import id.antar.api.road.RoadQuery.MapView;
import id.antar.api.road.RoadQuery.RoadPoint;
import id.antar.api.road.RoadQuery.RouteView;
import id.antar.api.road.RoadQuery.StreetsView;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// The street map: what it covers, and the ways on it.
@RestController
final class MapController {

  private static final Pattern POINT = Pattern.compile("(-?[0-9.]{1,20}),(-?[0-9.]{1,20})");

  private static final CacheControl KEPT = CacheControl.maxAge(Duration.ofDays(1)).cachePrivate();

  private final Engine engine;

  MapController(Engine engine) {
    this.engine = engine;
  }

  @GetMapping("/v1/map")
  Mono<MapView> map() {
    return engine.ask(new GetMap());
  }

  @GetMapping("/v1/map/nearest")
  @Requires(Permission.MAP_ROUTE)
  Mono<RoadPoint> nearest(
      Caller caller, @RequestParam double latitude, @RequestParam double longitude) {
    GeoPoint point = Valid.of(GeoPoint.class, "", () -> new GeoPoint(latitude, longitude));
    return engine.ask(new LocateOnRoad(point));
  }

  @GetMapping("/v1/map/route")
  @Requires(Permission.MAP_ROUTE)
  Mono<RouteView> route(
      Caller caller,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam(defaultValue = "scooter") Vehicle vehicle) {
    return engine
        .ask(new GetRoute(point("from", from), point("to", to), vehicle))
        .switchIfEmpty(Mono.error(() -> noRoute(from, to).asException()));
  }

  /// Good for as long as the map is the same. Answered with nothing if the client has it already.
  @GetMapping("/v1/map/streets")
  @Requires(Permission.MAP_READ)
  Mono<ResponseEntity<StreetsAnswer>> streets(
      Caller caller,
      @RequestParam double south,
      @RequestParam double west,
      @RequestParam double north,
      @RequestParam double east,
      @RequestParam(defaultValue = "false") boolean majorOnly,
      ServerWebExchange exchange) {
    GetStreets question = StreetsAnswer.question(south, west, north, east, majorOnly);
    return engine
        .ask(new GetMap())
        .filter(map -> MapCopy.isOutdated(exchange, map.mapVersion(), KEPT))
        .flatMap(_ -> engine.ask(question).switchIfEmpty(tooLarge()))
        .map(MapController::cacheable);
  }

  private static ResponseEntity<StreetsAnswer> cacheable(StreetsView streets) {
    return ResponseEntity.ok()
        .eTag(MapCopy.tag(streets.mapVersion()))
        .cacheControl(KEPT)
        .body(StreetsAnswer.of(streets));
  }

  private static Mono<StreetsView> tooLarge() {
    return Mono.error(() -> StreetsAnswer.tooLarge().asException());
  }

  private static Problem noRoute(String from, String to) {
    return Problem.of(404, "no-route", "There is no way from " + from + " to " + to + ".");
  }

  private static GeoPoint point(String field, String text) {
    return Valid.value(field, () -> parse(field, text));
  }

  private static GeoPoint parse(String field, String text) {
    Matcher parts = POINT.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          field + " (" + text + ") is not latitude,longitude such as 43.73,7.42.");
    }
    return new GeoPoint(Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2)));
  }
}
