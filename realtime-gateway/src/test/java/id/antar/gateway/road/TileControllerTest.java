package id.antar.gateway.road;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.message.Actor.Role;
import id.antar.api.road.RoadQuery.GetMap;
import id.antar.api.road.RoadQuery.GetTile;
import id.antar.api.road.RoadQuery.MapView;
import id.antar.api.road.RoadQuery.TileView;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.json.JsonCompareMode;

class TileControllerTest extends GatewayTest {

  /// The text "tile".
  private static final String ZIPPED = "H4sIAAAAAAACAyvJzEkFAASpj3YEAAAA";

  @BeforeEach
  void thereIsAMap() {
    engine.answer(
        GetMap.class,
        _ ->
            new MapView(
                "monaco-1",
                "© OpenStreetMap",
                new GeoPoint(43.5, 7.25),
                new GeoPoint(43.75, 7.5),
                List.of(Vehicle.values())));
    engine.answer(
        GetTile.class,
        q -> q.equals(new GetTile(14, 8530, 5974)) ? new TileView("monaco-1", ZIPPED) : null);
  }

  @Test
  void aTileIsUnzippedByWhoeverAskedWhoMayKeepIt() {
    get(Role.OPERATOR, "olga", "/v1/map/tiles/14/8530/5974.mvt?v=monaco-1")
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Content-Type", "application/vnd.mapbox-vector-tile")
        .expectHeader()
        .valueEquals("ETag", "\"monaco-1\"")
        .expectHeader()
        .valueEquals("Cache-Control", "max-age=2592000, private")
        .expectBody(String.class)
        .isEqualTo("tile");
  }

  @Test
  void whoHasTheTilesOfThisMapIsNotSentThemAgain() {
    client
        .get()
        .uri("/v1/map/tiles/14/8530/5974.mvt?v=monaco-1")
        .headers(h -> h.setBearerAuth(token(Role.CUSTOMER, "ada")))
        .header("If-None-Match", "\"monaco-1\"")
        .exchange()
        .expectStatus()
        .isNotModified()
        .expectHeader()
        .valueEquals("Cache-Control", "max-age=2592000, private");

    assertThat(engine.questions()).noneMatch(GetTile.class::isInstance);
  }

  @Test
  void anAddressThatNamesNoMapIsAskedAnew() {
    for (String address : List.of("5974.mvt", "5974.mvt?v=another")) {
      get(Role.CUSTOMER, "ada", "/v1/map/tiles/14/8530/" + address)
          .expectStatus()
          .isOk()
          .expectHeader()
          .valueEquals("Cache-Control", "no-cache, private");
    }
  }

  @Test
  void whatTheMapHasNotIsNotFound() {
    expectProblem(get(Role.CUSTOMER, "ada", "/v1/map/tiles/3/1/1.mvt"), 404, "no-such-tile");
    expectProblem(get(Role.CUSTOMER, "ada", "/v1/map/tiles/14/x/1.mvt"), 400, "wrong-type", "x");
    expectProblem(get(Role.CUSTOMER, "ada", "/v1/map/tiles/14/1/1.png"), 404, "no-such-route");
    client.get().uri("/v1/map/tiles/14/8530/5974.mvt").exchange().expectStatus().isUnauthorized();
  }

  @Test
  void theTilesAreDescribedForEverybody() {
    client
        .get()
        .uri("/v1/map/tiles.json")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"tilejson": "3.0.0", "tiles": ["/v1/map/tiles/{z}/{x}/{y}.mvt?v=monaco-1"],
             "minzoom": 10, "maxzoom": 16, "bounds": [7.25, 43.5, 7.5, 43.75],
             "attribution": "© OpenStreetMap", "version": "1.0.0",
             "vector_layers": [{"id": "roads", "fields": {"class": "String", "name": "String"}}]}
            """,
            JsonCompareMode.STRICT);
  }
}
