package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.infra.engine.Api.Caller;
import id.antar.infra.engine.PoisonConfiguration.Register;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PoisonIT {
  private static final String PROCESSOR = "query.register";

  private final Caller operator = TestEngine.api().operator();
  private final Register register = TestEngine.bean(Register.class);

  private void registerCustomer(String id) {
    operator
        .post(
            "/v1/customers",
            "{\"customerId\":\"%s\",\"name\":\"Somebody\",\"phone\":\"+377 1234\"}".formatted(id))
        .ok();
  }

  private JsonNode processor() {
    for (JsonNode it : operator.get("/v1/ops/processors").ok().path("processors")) {
      if (it.path("name").asString().equals(PROCESSOR)) {
        return it;
      }
    }
    throw new AssertionError("There is no " + PROCESSOR);
  }

  private long parked() {
    return processor().path("deadLetters").asLong();
  }

  @Test
  void anEventThatCannotBeHandledIsParkedAndTheStreamMovesOn() {
    registerCustomer("before");
    registerCustomer("poison");
    registerCustomer("after");

    await().atMost(Duration.ofSeconds(15)).until(() -> register.hasSeen("after"));
    await().atMost(Duration.ofSeconds(15)).until(() -> parked() == 1);
    assertThat(processor().path("running").asBoolean()).isTrue();
    assertThat(register.hasSeen("poison")).isFalse();
    assertThat(operator.get("/health").ok().path("status").asString()).isEqualTo("DEGRADED");

    register.heal();
    operator.post("/v1/ops/dead-letters/" + PROCESSOR + "/retry", "{}").ok();

    await().atMost(Duration.ofSeconds(15)).until(() -> register.hasSeen("poison"));
    await().atMost(Duration.ofSeconds(15)).until(() -> parked() == 0);
  }
}
