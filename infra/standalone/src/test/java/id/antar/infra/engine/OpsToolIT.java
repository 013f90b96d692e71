package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.infra.cli.LabTool;
import id.antar.infra.cli.OpsTool;
import id.antar.infra.cli.ShadowTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpsToolIT {
  private static int run(String... arguments) {
    var _ = TestEngine.context();
    return OpsTool.run(arguments);
  }

  private static String work() {
    return "--antar.work=" + TestEngine.work("engine");
  }

  @Test
  void projectionsHoldWhatTheEventsSay() {
    assertThat(run("rebuild", "--verify", work())).isZero();
  }

  @Test
  void decisionsArePlannedTheSameAgain() {
    assertThat(run("decisions", "--verify", work())).isZero();
  }

  @Test
  void theLabSaysThatThereIsNothingToRunAgain(@TempDir Path folder) throws IOException {
    Path greedy = Files.writeString(folder.resolve("greedy.yaml"), "basedOn: greedy\n");
    Path odd = Files.writeString(folder.resolve("odd.yaml"), "speed: 9\n");

    assertThat(lab("2001-01-01T11:00:00Z", "2001-01-01T14:00:00Z", greedy)).isEqualTo(1);
    assertThat(lab("2001-01-01T11:00:00Z", "2001-01-01T14:00:00Z", odd)).isEqualTo(1);
    assertThat(LabTool.run("--from", "noon")).isEqualTo(2);
  }

  private static int lab(String from, String to, Path policy) {
    var _ = TestEngine.context();
    return LabTool.run("--from", from, "--to", to, "--policy", policy.toString(), work());
  }

  @Test
  void aCandidateIsPutIntoTheShadowShownAndTakenOut(@TempDir Path folder) throws IOException {
    Path patient = Files.writeString(folder.resolve("patient.yaml"), "lead: 240\n");
    Path odd = Files.writeString(folder.resolve("odd.yaml"), "speed: 9\n");

    assertThat(shadow("start", "--policy", odd.toString(), "--reason", "to see")).isEqualTo(1);
    assertThat(shadow("start", "--policy", patient.toString(), "--reason=to see")).isZero();
    assertThat(shadow("show")).isZero();
    assertThat(shadow("promote", "--shadow", "another", "--reason", "sooner")).isEqualTo(1);
    assertThat(shadow("stop", "--reason", "seen enough")).isZero();
    assertThat(shadow("stop")).isEqualTo(2);
    assertThat(shadow("bogus")).isEqualTo(2);
  }

  private static int shadow(String... words) {
    var _ = TestEngine.context();
    return ShadowTool.run(
        Stream.concat(Stream.of(words), Stream.of(work())).toArray(String[]::new));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThat(run("decisions")).isEqualTo(2);
    assertThat(run("rebuild", "--bogus")).isEqualTo(2);
  }
}
