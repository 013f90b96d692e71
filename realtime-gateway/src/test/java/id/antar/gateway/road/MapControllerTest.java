package id.antar.gateway.road;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.message.Actor.Role;
import id.antar.api.road.RoadQuery.GetMap;
import id.antar.api.road.RoadQuery.GetRoute;
import id.antar.api.road.RoadQuery.MapView;
import id.antar.api.road.RoadQuery.RouteView;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapControllerTest extends GatewayTest {

  private static final GeoPoint PORT = new GeoPoint(43.73, 7.42);

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
