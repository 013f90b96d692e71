package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.infra.engine.Api.Caller;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A killed engine leaves nothing that stops the next start, and nothing it acknowledged is lost.
class KilledEngineIT {
  private static final String NAME = "killed-engine";
  private static final String SHADOW = "/v1/dispatch/shadow";

  @Test
  void theNextOneStartsAndKnowsEverything() throws Exception {
    TestEngine.clear(NAME);
    EngineProcess killed = EngineProcess.start(NAME);
    Api before = killed.awaitReady();
    List<ProcessHandle> orphans = killed.servers();
    before
        .operator()
        .post(
            "/v1/customers",
            "{\"customerId\":\"lasting\",\"name\":\"Lasting Person\",\"phone\":\"+377 66 66\"}")
        .ok();
    promote(before.operator());
    killed.kill();
    assertThat(orphans).isNotEmpty().anyMatch(ProcessHandle::isAlive);

    EngineProcess next = EngineProcess.start(NAME);
    try {
      Api after = next.awaitReady();
      assertThat(orphans).noneMatch(ProcessHandle::isAlive);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() ->
              assertThat(after.operator().get("/v1/customers/lasting").body())
                  .contains("Lasting Person"));
      assertThat(after.operator().get(SHADOW).ok().path("live").path("version").asString())
          .isEqualTo("lasting-1");
    } finally {
      next.stop();
    }
  }

  private static void promote(Caller operator) {
    operator
        .put(SHADOW, "{\"policy\":{\"version\":\"lasting-1\",\"lead\":90},\"reason\":\"to see\"}")
        .ok();
    String shadow =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> operator.get(SHADOW).ok().path("shadow").path("shadowId").asString(""),
                id -> !id.isEmpty());
    operator
        .post(SHADOW + "/promote", "{\"shadowId\":\"%s\",\"reason\":\"to keep\"}".formatted(shadow))
        .ok();
  }
}
