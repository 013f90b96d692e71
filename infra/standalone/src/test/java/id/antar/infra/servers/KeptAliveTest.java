package id.antar.infra.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class KeptAliveTest {

  @TempDir private Path folder;

  private final Queue<ServerProcess> started = new ConcurrentLinkedQueue<>();

  @Test
  void aServerThatIsKilledIsStartedAgainAndOneThatIsStoppedIsNot() {
    var kept = new KeptAlive("Sleeper", this::sleeper);
    assertThat(started).hasSize(1);

    started.peek().close();
    await().untilAsserted(() -> assertThat(started).hasSize(2));

    kept.close();
    assertThat(started).hasSize(2).noneMatch(ServerProcess::isAlive);
  }

  @Test
  void oneThatKeepsEndingIsStartedEverLaterButWithinAMinute() {
    Duration pause = Duration.ofMillis(500);
    for (int i = 0; i < 20; i++) {
      Duration next = KeptAlive.longer(pause);
      assertThat(next).isGreaterThanOrEqualTo(pause).isLessThanOrEqualTo(Duration.ofMinutes(1));
      pause = next;
    }
  }

  private ServerProcess sleeper(BooleanSupplier unwanted) {
    ServerProcess process =
        ServerProcess.start(
            "Sleeper",
            new ProcessBuilder(new ArrayList<>(List.of("sleep", "600"))),
            folder.resolve("log"),
            folder.resolve("pids"));
    started.add(process);
    return process;
  }
}
