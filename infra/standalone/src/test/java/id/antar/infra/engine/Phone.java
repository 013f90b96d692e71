package id.antar.infra.engine;

import static org.awaitility.Awaitility.await;

import id.antar.infra.engine.Api.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// What a courier on shift carries: it says that its courier is at 43.7345, 7.4210, and listens for
/// offers.
final class Phone {

  private final Caller operator;
  private final Caller courier;
  private final String courierId;

  Phone(Api api, Caller courier, String courierId) {
    this.operator = api.operator();
    this.courier = courier;
    this.courierId = courierId;
  }

  /// What is offered of other tests' orders is declined.
  ///
  /// @return the assignment by which the order is offered
  String awaitOffer(String order) {
    return await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> offer(order), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<String> offer(String order) {
    tellPosition();
    JsonNode open = courier.get("/v1/couriers/" + courierId + "/assignments").ok();
    for (JsonNode assignment : open.path("assignments")) {
      String id = assignment.path("assignmentId").asString();
      if (holds(assignment, order)) {
        return Optional.of(id);
      }
      var _ = courier.post("/v1/assignments/" + id + "/decline", "{\"reason\":\"not this one\"}");
    }
    return Optional.empty();
  }

  private static boolean holds(JsonNode assignment, String order) {
    return StreamSupport.stream(assignment.path("stops").spliterator(), false)
        .anyMatch(stop -> stop.path("orderId").asString().equals(order));
  }

  void tellPosition() {
    Instant now = Instant.parse(operator.get("/v1/clock").ok().path("now").asString());
    courier
        .post(
            "/v1/couriers/" + courierId + "/positions",
            """
            {"positions":[{"latitude":43.7345,"longitude":7.4210,"sequence":%d,
                           "occurredAt":"%s"}]}\
            """
                .formatted(now.toEpochMilli(), now))
        .ok();
  }
}
