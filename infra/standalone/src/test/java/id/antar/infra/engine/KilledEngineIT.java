package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A killed engine leaves nothing that stops the next start, and nothing it acknowledged is lost.
class KilledEngineIT {
  private static final String NAME = "killed-engine";

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
    } finally {
      next.stop();
    }
  }
}
