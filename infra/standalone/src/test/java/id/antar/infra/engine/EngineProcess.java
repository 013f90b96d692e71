package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.infra.AntarApplication;
import id.antar.infra.startup.EngineStart;
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

/// An engine in a process of its own, which can be killed.
final class EngineProcess {
  private static final Duration START = Duration.ofMinutes(2);

  private final String name;
  private final Process process;

  private EngineProcess(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /// @param more options besides those that every test's engine has
  static EngineProcess start(String name, String... more) throws IOException {
    return start(AntarApplication.class, name, 1, more);
  }

  /// One in which a view cannot digest one of its events.
  static EngineProcess startPoisoned(String name, int speed, String... more) throws IOException {
    return start(Poisoned.class, name, speed, more);
  }

  static final class Poisoned {
    public static void main(String... arguments) {
      var _ = EngineStart.application(PoisonConfiguration.class).run(arguments);
    }
  }

  private static EngineProcess start(Class<?> main, String name, int speed, String... more)
      throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Ddisable-axoniq-console-message=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(TestEngine.options(name, speed));
    command.addAll(List.of(more));
    Path out = Files.createDirectories(TestEngine.work(name)).resolve("out.txt");
    return new EngineProcess(
        name,
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
            .start());
  }

  Api awaitReady() {
    var file = EngineFile.at(WorkFolder.at(TestEngine.work(name)));
    Engine engine =
        await()
            .atMost(START)
            .until(
                () -> {
                  assertThat(process.isAlive()).as("the engine runs").isTrue();
                  return file.find().filter(it -> it.pid() == process.pid()).orElse(null);
                },
                it -> it != null);
    return new Api(engine.url().toString(), TestEngine.tokens(name));
  }

  List<ProcessHandle> servers() {
    return process.descendants().toList();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void stop() throws InterruptedException {
    List<ProcessHandle> servers = servers();
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(servers).isNotEmpty().noneMatch(ProcessHandle::isAlive);
  }
}
