package id.antar.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.lab.LabReport;
import id.antar.api.lab.LabReport.Better;
import id.antar.api.lab.LabReport.Comparison;
import id.antar.api.lab.LabReport.Fidelity;
import id.antar.api.lab.LabReport.Measure;
import id.antar.api.lab.LabReport.Policy;
import id.antar.api.lab.LabReport.Window;
import id.antar.infra.work.EngineFile;
import id.antar.infra.work.EngineFile.Engine;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// What the command makes of the answers of an engine.
class LabRunTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE).build();
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final String JOB = "/v1/ops/jobs/job-1";

  @TempDir Path folder;
  private StandInEngine engine;

  @BeforeEach
  void anEngine() throws IOException {
    engine = new StandInEngine();
    engine.answer("/v1/lab/runs", 202, "{\"jobId\":\"job-1\"}");
    var work = WorkFolder.at(folder);
    long pid = ProcessHandle.current().pid();
    EngineFile.at(work).write(new Engine(pid, engine.port(), engine.url(), "1", Instant.now()));
    work.write("tokens.json", "{\"operator\":\"secret\"}");
  }

  @AfterEach
  void theEnd() {
    engine.close();
  }

  private int run() throws IOException {
    Path policy = Files.writeString(folder.resolve("greedy.yaml"), "basedOn: greedy\n");
    return LabTool.run(
        "--from=" + NOON,
        "--to=" + NOON.plusSeconds(7200),
        "--policy=" + policy,
        "--json=" + folder.resolve("report.json"),
        "--antar.work=" + folder);
  }

  @Test
  void twoPoliciesThatAreRankedAreAFullAnswer() throws IOException {
    engine.answer(JOB, 200, "{\"jobId\":\"job-1\",\"state\":\"succeeded\"}");
    engine.answer(JOB + "/result", 200, JSON.writeValueAsString(report(true)));

    assertThat(run()).isZero();

    JsonNode kept = JSON.readTree(Files.readString(folder.resolve("report.json")));
    assertThat(kept.path("better").asString()).isEqualTo("baseline");
    assertThat(LabTable.of(report(true)))
        .containsPattern("click-to-door, min +20.00 +21.00 +\\+1.00 +\\+0.50 to \\+1.50 +worse")
        .contains("greedy-1 is worse than standard-2.");
  }

  @Test
  void oneThatIsNotRankedSaysSoByItsStatus() throws IOException {
    engine.answer(JOB, 200, "{\"jobId\":\"job-1\",\"state\":\"succeeded\"}");
    engine.answer(JOB + "/result", 200, JSON.writeValueAsString(report(false)));

    assertThat(run()).isEqualTo(3);
  }

  @Test
  void oneThatFailedHasNoReport() throws IOException {
    engine.answer(
        JOB, 200, "{\"jobId\":\"job-1\",\"state\":\"failed\",\"findings\":[\"No order.\"]}");

    assertThat(run()).isEqualTo(1);
    assertThat(folder.resolve("report.json")).doesNotExist();
  }

  private static LabReport report(boolean ranked) {
    var standard = new Policy("standard-2", "{}");
    var clickToDoor =
        new Comparison(
            Measure.CLICK_TO_DOOR,
            1200.0,
            1260.0,
            60.0,
            30.0,
            90.0,
            ranked ? Better.BASELINE : null);
    return new LabReport(
        NOON,
        NOON.plusSeconds(7200),
        NOON.minusSeconds(3600),
        "main",
        List.of("map-1"),
        "1",
        standard,
        standard,
        new Policy("greedy-1", "{}"),
        10,
        new Window(30, 0, 0, 0, 3, 0, 40, 0.9, 1.0),
        new Fidelity(List.of(), 0.9, 0.5, 0.4, ranked, List.of()),
        List.of(clickToDoor),
        ranked,
        ranked ? Better.BASELINE : Better.NEITHER,
        ranked ? "greedy-1 is worse than standard-2." : "Not ranked.",
        List.of());
  }
}
