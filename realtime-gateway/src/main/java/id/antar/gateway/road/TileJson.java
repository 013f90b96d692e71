package id.antar.gateway.road;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.antar.api.road.RoadQuery.GetTile;
import id.antar.api.road.RoadQuery.MapView;
import java.util.List;
import java.util.Map;

/// What there is of tiles, as TileJSON 3.0.0 describes it.
///
/// @param tiles their address, from the root of this interface; another one for another map
/// @param bounds west, south, east, north
record TileJson(
    String tilejson,
    List<String> tiles,
    @JsonProperty("minzoom") int minZoom,
    @JsonProperty("maxzoom") int maxZoom,
    List<Double> bounds,
    String attribution,
    String version,
    @JsonProperty("vector_layers") List<Layer> layers) {

  record Layer(String id, Map<String, String> fields) {}

  static TileJson of(MapView map) {
    return new TileJson(
        "3.0.0",
        List.of("/v1/map/tiles/{z}/{x}/{y}.mvt?v=" + map.mapVersion()),
        GetTile.LEAST_ZOOM,
        GetTile.MOST_ZOOM,
        List.of(
            map.southWest().longitude(),
            map.southWest().latitude(),
            map.northEast().longitude(),
            map.northEast().latitude()),
        map.attribution(),
        "1.0.0",
        List.of(new Layer("roads", Map.of("class", "String", "name", "String"))));
  }
}
