package id.antar.load.fanout;

import id.antar.load.client.Door;
import id.antar.load.fanout.peer.Attended;
import id.antar.load.fanout.peer.PeerServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// An engine of the comparison's own, started on the servers' core. Its database and its search
/// server are moved to the client's core, where they have next to nothing to do.
final class PinnedEngine implements AutoCloseable {

  private static final int STARTS_WITHIN_SECONDS = 600;

  private final Attended attended;
  private final EngineRun run;

  private PinnedEngine(Attended attended, EngineRun run) {
    this.attended = attended;
    this.run = run;
  }

  static PinnedEngine start(PeerOptions options) throws InterruptedException {
    Path work = options.work().resolve("engine");
    try {
      Files.createDirectories(work);
      Attended attended =
          Attended.start(
              new ProcessBuilder(
                      PeerServer.pinned(
                          PeerOptions.SERVER_CORE,
                          List.of(options.antar(), "up", "--port", "0", "--work", work.toString())))
                  .redirectErrorStream(true)
                  .redirectOutput(options.work().resolve("engine.out").toFile()));
      var engine = new PinnedEngine(attended, awaitUp(attended.process(), work));
      engine.moveChildren();
      return engine;
    } catch (IOException e) {
      throw new UncheckedIOException("The engine could not be started.", e);
    }
  }

  EngineRun run() {
    return run;
  }

  @Override
  public void close() {
    attended.close();
  }

  /// The script becomes the engine's process, so the ids are the same.
  private static EngineRun awaitUp(Process process, Path work) throws InterruptedException {
    var place =
        new FanOutOptions.EnginePlace(work, Optional.empty(), Optional.empty(), Optional.empty());
    for (int i = 0; i < STARTS_WITHIN_SECONDS && process.isAlive(); i++) {
      TimeUnit.SECONDS.sleep(1);
      if (Files.exists(work.resolve("engine.json"))) {
        EngineRun run = EngineRun.find(place);
        if (run.pid() == process.pid() && new Door(run.url()).findClock().isPresent()) {
          return run;
        }
      }
    }
    process.destroy();
    throw new IllegalStateException("The engine did not start; see " + work + "/../engine.out.");
  }

  private void moveChildren() throws IOException, InterruptedException {
    for (ProcessHandle child : attended.process().descendants().toList()) {
      var _ =
          new ProcessBuilder(
                  "taskset",
                  "-a",
                  "-p",
                  "-c",
                  Integer.toString(PeerOptions.CLIENT_CORE),
                  Long.toString(child.pid()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
    }
  }
}
