package id.antar.dispatch.live;

import id.antar.api.road.RoadQuery.GetMap;
import id.antar.api.road.RoadQuery.GetRoute;
import id.antar.api.road.RoadQuery.GetStreets;
import id.antar.api.road.RoadQuery.GetTile;
import id.antar.api.road.RoadQuery.LocateOnRoad;
import id.antar.api.road.RoadQuery.MapView;
import id.antar.api.road.RoadQuery.RoadPoint;
import id.antar.api.road.RoadQuery.RouteView;
import id.antar.api.road.RoadQuery.StreetsView;
import id.antar.api.road.RoadQuery.TileView;
import id.antar.dispatch.road.RoadNetwork;
import java.util.Base64;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/// Answers what others ask about the streets.
final class RoadAnswers {

  private final RoadNetwork road;

  RoadAnswers(RoadNetwork road) {
    this.road = road;
  }

  @QueryHandler
  MapView on(GetMap query) {
    return road.describe();
  }

  @QueryHandler
  RoadPoint on(LocateOnRoad query) {
    return road.locate(query.point());
  }

  @QueryHandler
  @Nullable RouteView on(GetRoute query) {
    return road.route(query.from(), query.to(), query.vehicle()).orElse(null);
  }

  @QueryHandler
  @Nullable StreetsView on(GetStreets query) {
    return road.streets(query.southWest(), query.northEast(), query.majorOnly(), query.most())
        .map(streets -> new StreetsView(road.version(), RoadNetwork.ATTRIBUTION, streets))
        .orElse(null);
  }

  @QueryHandler
  @Nullable TileView on(GetTile query) {
    return road.tile(query.zoom(), query.x(), query.y())
        .map(zipped -> new TileView(road.version(), Base64.getEncoder().encodeToString(zipped)))
        .orElse(null);
  }
}
