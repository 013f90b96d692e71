package id.antar.infra.cli;

import id.antar.infra.startup.EngineStart;
import id.antar.infra.work.EngineFile;
import id.antar.infra.work.EngineFile.Engine;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/// The engine that runs in a work folder, or one that is started there for the time of a command.
final class EngineAtHand {
  private EngineAtHand() {}

  @FunctionalInterface
  interface Asking {
    int ask(WorkFolder work, Engine engine) throws IOException, InterruptedException;
  }

  /// @param given the folder that was named
  static String folder(@Nullable String given) {
    return Optional.ofNullable(given)
        .or(() -> Optional.ofNullable(System.getenv("ANTAR_HOME")))
        .orElse(".antar");
  }

  /// @param options what an engine is started with, if one has to be
  /// @return the status to exit with
  static int ask(Path folder, List<String> options, Asking asking) {
    try {
      WorkFolder work = WorkFolder.at(folder);
      Optional<Engine> running = EngineFile.at(work).find();
      return running.isPresent()
          ? asking.ask(work, running.get())
          : askStarted(work, options, asking);
    } catch (IOException | RuntimeException e) {
      System.err.println("It did not work: " + EngineStart.reason(e));
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static int askStarted(WorkFolder work, List<String> options, Asking asking)
      throws IOException, InterruptedException {
    System.out.println("No engine runs in " + work.root() + "; starting one for this.");
    try (ConfigurableApplicationContext _ = EngineStart.run(options.toArray(String[]::new))) {
      return asking.ask(work, EngineFile.at(work).find().orElseThrow());
    }
  }
}
