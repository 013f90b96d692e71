package id.antar.gateway.position;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.Actor.Role;
import id.antar.gateway.testing.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class PositionControllerTest extends GatewayTest {

  private static final String PATH = "/v1/couriers/%s/positions";

  @Test
  void aBatchIsTakenAndWhatCannotBeTrueIsNamed() {
    int before = bus.published().size();

    send("rita", fix(1, 43.73) + "," + fix(2, 43.7301) + "," + fix(2, 43.7302))
        .expectStatus()
        .isAccepted()
        .expectBody()
        .jsonPath("$.accepted")
        .isEqualTo(2)
        .jsonPath("$.refused[0].index")
        .isEqualTo(2)
        .jsonPath("$.refused[0].code")
        .isEqualTo("stale-position");

    assertThat(bus.published()).hasSize(before + 1);
  }

  @Test
  void aBatchOfNothingButNonsenseIsAProblem() {
    send("rosa", fix(5, 43.73)).expectStatus().isAccepted().expectBody().json("{\"accepted\":1}");

    expectProblem(send("rosa", fix(5, 43.73)), 409, "stale-position", "positions[0].sequence");
    expectProblem(send("rosa", fix(6, 44.9)), 422, "implausible-position", "positions[0].latitude");
    expectProblem(send("rosa", fix(7, 91)), 422, "invalid-value", "positions[0].latitude");
    expectProblem(send("rosa", ""), 422, "invalid-value", "positions");
  }

  @Test
  void aCourierReportsNobodyElse() {
    client
        .post()
        .uri(PATH.formatted("carlo"))
        .headers(h -> h.setBearerAuth(token(Role.COURIER, "eve")))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"positions\":[" + fix(1, 43.7) + "]}")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  private ResponseSpec send(String courier, String fixes) {
    return client
        .post()
        .uri(PATH.formatted(courier))
        .headers(h -> h.setBearerAuth(token(Role.COURIER, courier)))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"positions\":[" + fixes + "]}")
        .exchange();
  }

  private String fix(long sequence, double latitude) {
    return "{\"latitude\":%s,\"longitude\":7.42,\"sequence\":%d,\"occurredAt\":\"%s\"}"
        .formatted(latitude, sequence, clock.instant());
  }
}
