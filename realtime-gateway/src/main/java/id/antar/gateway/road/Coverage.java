package id.antar.gateway.road;

import static id.antar.gateway.edge.engine.Operators.dispensable;

import id.antar.api.geo.GeoPoint;
import id.antar.api.road.RoadQuery.LocateOnRoad;
import id.antar.api.road.RoadQuery.RoadPoint;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// Refuses addresses that no courier can get to. Where the map does not answer in time the address
/// is believed: an order must not be stopped by a part it can do without.
public final class Coverage {

  private static final Logger log = LoggerFactory.getLogger(Coverage.class);

  private final Engine engine;
  private final GatewayProperties properties;

  Coverage(Engine engine, GatewayProperties properties) {
    this.engine = engine;
    this.properties = properties;
  }

  public Mono<Void> require(String field, GeoPoint point) {
    return engine
        .ask(new LocateOnRoad(point))
        .transformDeferred(
            dispensable(
                properties.roadTimeout(),
                () -> log.warn("The map does not answer: {} is taken unseen.", field)))
        .flatMap(place -> verdict(field, place));
  }

  private static Mono<Void> verdict(String field, RoadPoint place) {
    if (place.covered()) {
      return Mono.empty();
    }
    String message = field + " is not within reach of the streets of this map.";
    return Mono.error(() -> Problem.invalid("address-off-map", field, message).asException());
  }
}
