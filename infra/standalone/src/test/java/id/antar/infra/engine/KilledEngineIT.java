package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.infra.AntarApplication;
import id.antar.infra.work.EngineFile;
import id.antar.infra.work.EngineFile.Engine;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A killed engine leaves nothing that stops the next start, and nothing it acknowledged is lost.
class KilledEngineIT {
  private static final String NAME = "killed-engine";
  private static final Duration START = Duration.ofMinutes(2);

  private Process start() throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Ddisable-axoniq-console-message=true",
                "-cp",
                System.getProperty("java.class.path"),
                AntarApplication.class.getName()));
    command.addAll(TestEngine.options(NAME, 1));
    Path out = Files.createDirectories(TestEngine.work(NAME)).resolve("out.txt");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
        .start();
  }

  private Api awaitReady(Process process) {
    var file = EngineFile.at(WorkFolder.at(TestEngine.work(NAME)));
    Engine engine =
        await()
            .atMost(START)
            .until(
                () -> {
                  assertThat(process.isAlive()).as("the engine runs").isTrue();
                  return file.find().filter(it -> it.pid() == process.pid()).orElse(null);
                },
                it -> it != null);
    return new Api(engine.url().toString(), TestEngine.tokens(NAME));
  }

  private static List<ProcessHandle> servers(Process engine) {
    return engine.descendants().toList();
  }

  @Test
  void theNextOneStartsAndKnowsEverything() throws Exception {
    TestEngine.clear(NAME);
    Process killed = start();
    Api before = awaitReady(killed);
    List<ProcessHandle> orphans = servers(killed);
    before
        .operator()
        .post(
            "/v1/customers",
            "{\"customerId\":\"lasting\",\"name\":\"Lasting Person\",\"phone\":\"+377 66 66\"}")
        .ok();
    killed.destroyForcibly().waitFor();
    assertThat(orphans).isNotEmpty().anyMatch(ProcessHandle::isAlive);

    Process next = start();
    try {
      Api after = awaitReady(next);
      assertThat(orphans).noneMatch(ProcessHandle::isAlive);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() ->
              assertThat(after.operator().get("/v1/customers/lasting").body())
                  .contains("Lasting Person"));
    } finally {
      List<ProcessHandle> children = servers(next);
      next.destroy();
      assertThat(next.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }
  }
}
