package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.infra.cli.OpsTool;
import org.junit.jupiter.api.Test;

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
  void whatMakesNoSenseIsRefused() {
    assertThat(run("decisions")).isEqualTo(2);
    assertThat(run("rebuild", "--bogus")).isEqualTo(2);
  }
}
