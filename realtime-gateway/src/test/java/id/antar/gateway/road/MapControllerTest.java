package id.antar.gateway.road;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.message.Actor.Role;
import id.antar.api.road.RoadQuery.GetMap;
import id.antar.api.road.RoadQuery.GetRoute;
import id.antar.api.road.RoadQuery.GetStreets;
import id.antar.api.road.RoadQuery.MapView;
import id.antar.api.road.RoadQuery.RouteView;
import id.antar.api.road.RoadQuery.Street;
import id.antar.api.road.RoadQuery.StreetsView;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class MapControllerTest extends GatewayTest {

  private static final String WINDOW = "south=43.72&west=7.41&north=43.74&east=7.43";

  private static final GeoPoint PORT = new GeoPoint(43.73, 7.42);

  @Test
  void theStreetsOfAWindowAreRowsOfNumbersThatAClientMayKeep() {
    engine.answer(
        GetMap.class,
        _ -> new MapView("monaco-1", "© OpenStreetMap", PORT, PORT, List.of(Vehicle.values())));
    engine.answer(
        GetStreets.class,
        q -> {
          List<GeoPoint> line = List.of(PORT, new GeoPoint(43.73001, 7.42002));
          return new StreetsView(
              "monaco-1",
              "© OpenStreetMap",
              List.of(new Street(true, line), new Street(q.majorOnly(), line)));
        });

    get(Role.CUSTOMER, "ada", "/v1/map/streets?" + WINDOW)
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("ETag", "\"monaco-1\"")
        .expectHeader()
        .valueMatches("Cache-Control", "max-age=86400, private")
        .expectBody()
        .json(
            """
            {"mapVersion": "monaco-1", "attribution": "© OpenStreetMap",
             "major": [[43.73, 7.42, 43.73001, 7.42002]],
             "minor": [[43.73, 7.42, 43.73001, 7.42002]]}
            """,
            JsonCompareMode.STRICT);
    get(Role.CUSTOMER, "ada", "/v1/map/streets?majorOnly=true&" + WINDOW)
        .expectBody()
        .jsonPath("$.minor.length()")
        .isEqualTo(0);
  }

  @Test
  void whoHasTheStreetsOfThisMapIsNotSentThemAgain() {
    engine.answer(
        GetMap.class,
        _ -> new MapView("monaco-1", "© OpenStreetMap", PORT, PORT, List.of(Vehicle.values())));

    client
        .get()
        .uri("/v1/map/streets?" + WINDOW)
        .headers(h -> h.setBearerAuth(token(Role.CUSTOMER, "ada")))
        .header("If-None-Match", "\"monaco-1\"")
        .exchange()
        .expectStatus()
        .isNotModified();

    assertThat(engine.questions()).noneMatch(GetStreets.class::isInstance);
  }

  @Test
  void aWindowHasItsBounds() {
    engine.answer(
        GetMap.class,
        _ -> new MapView("monaco-1", "© OpenStreetMap", PORT, PORT, List.of(Vehicle.values())));

    expectProblem(streets(WINDOW), 422, "window-too-large");
    expectProblem(streets(WINDOW.replace("43.74", "43.95")), 422, "window-too-large");
    expectProblem(streets(WINDOW.replace("43.74", "43.71")), 422, "invalid-value", "north");
    expectProblem(streets(WINDOW.replace("7.43", "7.41")), 422, "invalid-value", "east");
    expectProblem(streets(WINDOW.replace("43.72", "-91")), 422, "invalid-value", "south");
    expectProblem(streets(WINDOW.replace("7.43", "181")), 422, "invalid-value", "east");
    expectProblem(streets(WINDOW.replace("south=43.72&", "")), 400, "missing-field", "south");
    client.get().uri("/v1/map/streets?" + WINDOW).exchange().expectStatus().isUnauthorized();
  }

  private ResponseSpec streets(String window) {
    return get(Role.CUSTOMER, "ada", "/v1/map/streets?" + window);
  }

  @Test
  void theMapIsPublicAndItsWaysAreForThoseWithAToken() {
    engine.answer(
        GetMap.class,
        _ -> new MapView("monaco-1", "© OpenStreetMap", PORT, PORT, List.of(Vehicle.values())));
    engine.answer(
        GetRoute.class,
        q -> q.vehicle() == Vehicle.BICYCLE ? new RouteView(900, 200, List.of(PORT, PORT)) : null);

    client
        .get()
        .uri("/v1/map")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.vehicles[0]")
        .isEqualTo("scooter")
        .jsonPath("$.southWest.latitude")
        .isEqualTo(43.73);
    get(Role.CUSTOMER, "ada", "/v1/map/nearest?latitude=43.7&longitude=7.4")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.covered")
        .isEqualTo(true);
    String route = "/v1/map/route?from=43.73,7.42&to=43.74,7.43&vehicle=";
    get(Role.COURIER, "carlo", route + "bicycle")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.points.length()")
        .isEqualTo(2);
    expectProblem(get(Role.COURIER, "carlo", route + "scooter"), 404, "no-route");
    expectProblem(get(Role.COURIER, "carlo", route + "boat"), 400, "wrong-type", "vehicle");
    expectProblem(
        get(Role.COURIER, "carlo", "/v1/map/route?from=here&to=43.74,7.43"),
        422,
        "invalid-value",
        "from");
    expectProblem(
        get(Role.COURIER, "carlo", "/v1/map/route?from=43,7"), 400, "missing-field", "to");
    expectProblem(
        get(Role.CUSTOMER, "ada", "/v1/map/nearest?latitude=x&longitude=7"),
        400,
        "wrong-type",
        "latitude");
  }

  @Test
  void theClockIsPublic() {
    client
        .get()
        .uri("/v1/clock")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.now")
        .isNotEmpty()
        .jsonPath("$.speed")
        .isEqualTo(1.0);
  }
}
