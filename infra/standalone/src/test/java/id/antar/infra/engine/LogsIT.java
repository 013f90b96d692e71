package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An engine that logs for machines, and to which every request is slow.
class LogsIT {
  private static final String NAME = "logs";
  private static final Path LOG = TestEngine.work(NAME).resolve("logs/antar.log");

  @Test
  void eachLineIsADocumentAndSaysWhichRequestItIsAbout() throws Exception {
    TestEngine.clear(NAME);
    EngineProcess engine =
        EngineProcess.start(
            NAME,
            TestEngine.WITHOUT_SEARCH,
            "--logging.structured.format.file=ecs",
            "--antar.gateway.edge.slow=PT0.000000001S");
    try (HttpClient http = HttpClient.newHttpClient()) {
      String url = engine.awaitReady().url();
      var request =
          HttpRequest.newBuilder(URI.create(url + "/v1/orders/of-somebody"))
              .header("X-Request-Id", "my-request")
              .build();
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);

      JsonNode slow =
          await()
              .atMost(Duration.ofSeconds(20))
              .until(
                  () -> lines().stream().filter(LogsIT::isOurs).findFirst(), it -> it.isPresent())
              .orElseThrow();
      assertThat(slow.path("message").asString()).matches("slow: GET .* -> 401 after \\d+ ms, .*");
      assertThat(slow.path("log").path("level").asString()).isEqualTo("WARN");
      assertThat(Files.readString(LOG)).doesNotContain("of-somebody");
    } finally {
      engine.stop();
    }
  }

  private static boolean isOurs(JsonNode line) {
    return line.path("http").path("request").path("id").asString("").equals("my-request");
  }

  private static List<JsonNode> lines() throws Exception {
    return Files.readAllLines(LOG).stream().map(JsonMapper.shared()::readTree).toList();
  }
}
