package id.antar.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a job leaves, in a file that has been there before.
class OpsClientTest {
  private static final String JOB = "/v1/ops/jobs/job-1";
  private static final String LEFT = "{\"name\":\"differences.ndjson\"}";

  @TempDir Path folder;
  private StandInEngine engine;
  private Path file;

  @BeforeEach
  void anEngineAndAnOldFile() throws IOException {
    engine = new StandInEngine();
    engine.answer("/v1/ops/projections/rebuild", 202, "{\"jobId\":\"job-1\"}");
    file = Files.writeString(folder.resolve("differences"), "what was found last week\n");
  }

  @AfterEach
  void theEnd() {
    engine.close();
  }

  private void ended(String state, String result) {
    engine.answer(
        JOB, 200, "{\"jobId\":\"job-1\",\"state\":\"%s\",\"result\":%s}".formatted(state, result));
  }

  private boolean run() throws IOException, InterruptedException {
    var request = new OpsRequest("Comparing", "/v1/ops/projections/rebuild", "{}");
    return new OpsClient(engine.url(), "secret").run(request, file);
  }

  @Test
  void nothingOfTheOldFileIsLeft() throws Exception {
    ended("failed", LEFT);
    engine.answer(JOB + "/result", 200, "one row\n");

    assertThat(run()).isFalse();

    assertThat(file).hasContent("one row\n");
  }

  @Test
  void whatIsRefusedIsSaidAndChangesNothing() {
    ended("succeeded", LEFT);
    engine.answer(JOB + "/result", 403, "{\"detail\":\"Not yours.\"}");

    assertThatThrownBy(this::run).hasMessageContaining("403").hasMessageContaining("Not yours.");

    assertThat(file).hasContent("what was found last week\n");
  }

  @Test
  void whoFindsNothingLeavesAnEmptyFile() throws Exception {
    ended("succeeded", "null");

    assertThat(run()).isTrue();

    assertThat(file).isEmptyFile();
  }

  @Test
  void whatFailedWithoutAResultLeavesNoFile() throws Exception {
    ended("failed", "null");

    assertThat(run()).isFalse();

    assertThat(List.of(folder.toFile().list())).isEmpty();
  }
}
