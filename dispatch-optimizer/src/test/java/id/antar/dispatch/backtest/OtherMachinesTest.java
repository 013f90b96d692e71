package id.antar.dispatch.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.dispatch.plan.DispatchPlan;
import id.antar.dispatch.plan.DispatchPlanner;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.LineTown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was decided here is planned again on machines of another make.
class OtherMachinesTest {

  @TempDir private Path folder;

  /// Plans again what the folder named by the arguments holds.
  static final class Verifier {
    private Verifier() {}

    public static void main(String[] arguments) {
      System.exit(Backtest.run(System.out, System.err, System::nanoTime, arguments));
    }
  }

  private record Machine(Process process) {

    static Machine start(Path folder, String... flags) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of(flags));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(
          List.of(Verifier.class.getName(), "mdrp", "--out", folder.toString(), "--verify"));
      return new Machine(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    void assertVerified(int decisions) throws IOException, InterruptedException {
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      assertThat(said).contains(decisions + " decisions planned again, 0 different.");
    }
  }

  @Test
  void everyDecisionIsTheSameInterpretedAndCompiledWithAnyCollector() throws Exception {
    int decisions = recordTowns() + recordDay();
    assertThat(decisions).isGreaterThan(40);
    Machine interpreted =
        Machine.start(folder, "-Xint", "-XX:+UseParallelGC", "-Duser.language=de");
    Machine compiled =
        Machine.start(folder, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx96m");
    interpreted.assertVerified(decisions);
    compiled.assertVerified(decisions);
  }

  private int recordTowns() throws IOException {
    var random = new Random(2026);
    try (var file = DecisionFile.create(folder.resolve("towns"))) {
      for (int i = 0; i < 30; i++) {
        DispatchProblem problem = LineTown.random(random).withSeed(i).problem();
        DispatchPlan plan = DispatchPlanner.plan(problem);
        file.write(problem, plan);
      }
      return (int) file.size().decisions();
    }
  }

  private int recordDay() throws IOException {
    try (var file = DecisionFile.create(folder.resolve("day"))) {
      Instance instance = Instance.read(SmallInstance.random(folder.resolve("day"), 7, 40, 7));
      new Day(instance, DispatchPolicy.standard(), file::write).live();
      return (int) file.size().decisions();
    }
  }
}
