package id.antar.load.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A small town in an engine of five processes, one of which is killed while orders are under way.
class ClusterTownIT {
  private static final Path WORK = Path.of("target/it/cluster").toAbsolutePath();
  private static final Path JAR =
      Path.of("../infra/standalone/target/antar.jar").toAbsolutePath().normalize();
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final List<Process> started = new ArrayList<>();

  private Process start(String name, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(WORK.resolve(name + ".txt").toFile())
            .start();
    started.add(process);
    return process;
  }

  private static String said(String name) throws IOException {
    return Files.readString(WORK.resolve(name + ".txt"));
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started.reversed()) {
      process.destroy();
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void theDayEndsAsInOneProcess() throws Exception {
    clear();
    Files.createDirectories(WORK);
    Process cluster =
        start(
            "cluster",
            List.of(
                JAVA.toString(),
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dcom.google.protobuf.use_unsafe_pre22_gencode=true",
                "-Ddisable-axoniq-console-message=true",
                "-jar",
                JAR.toString(),
                "cluster",
                "--server.port=0",
                "--antar.work=" + WORK,
                "--antar.clock.speed=30",
                "--antar.accounts.access-lifetime=PT1M"));
    await()
        .atMost(Duration.ofMinutes(6))
        .until(() -> {
          assertThat(cluster.isAlive()).as(said("cluster")).isTrue();
          return Files.exists(WORK.resolve("engine.json"));
        });

    Process town =
        start(
            "town",
            List.of(
                JAVA.toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TownMain.class.getName(),
                "--url",
                gateways(),
                "--token-file",
                WORK.resolve("tokens.json").toString(),
                "--cluster",
                WORK.resolve("cluster.json").toString(),
                "--mails",
                WORK.resolve("mail").toString(),
                "--orders",
                "12",
                "--couriers",
                "5"));
    await()
        .atMost(Duration.ofMinutes(4))
        .until(() -> {
          assertThat(town.isAlive()).as(said("town")).isTrue();
          return said("town").contains("on delivery");
        });
    assertThat(pid("gateway-2").destroyForcibly()).isTrue();

    assertThat(town.waitFor(6, TimeUnit.MINUTES)).as(said("town")).isTrue();
    assertThat(town.exitValue()).as(said("town")).isZero();
    assertThat(said("town")).contains("missing 0, twice 0");
  }

  /// What an earlier run has left says nothing about this one.
  private static void clear() throws IOException {
    if (Files.exists(WORK)) {
      try (Stream<Path> files = Files.walk(WORK)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static JsonNode processes() {
    return JsonMapper.shared().readTree(WORK.resolve("cluster.json").toFile()).path("processes");
  }

  private static String gateways() {
    return StreamSupport.stream(processes().spliterator(), false)
        .filter(it -> it.path("name").asString().startsWith("gateway-"))
        .map(it -> it.path("url").asString())
        .collect(Collectors.joining(","));
  }

  private static ProcessHandle pid(String name) {
    return StreamSupport.stream(processes().spliterator(), false)
        .filter(it -> it.path("name").asString().equals(name))
        .findFirst()
        .flatMap(it -> ProcessHandle.of(it.path("pid").asLong()))
        .orElseThrow();
  }
}
