package id.antar.load.fanout;

import id.antar.load.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// A running engine: where it is, what opens it, which process it is.
record EngineRun(URI url, Path tokenFile, long pid) {

  private record EngineFile(long pid, URI url) {}

  /// What is not said stands in the `engine.json` of the work folder.
  static EngineRun find(FanOutOptions.EnginePlace place) {
    boolean said = place.url().isPresent() && place.pid().isPresent();
    EngineFile file =
        said
            ? new EngineFile(place.pid().get(), place.url().get())
            : read(place.work().resolve("engine.json"));
    return new EngineRun(
        place.url().orElse(file.url()),
        place.tokenFile().orElse(place.work().resolve("tokens.json")),
        place.pid().orElse(file.pid()));
  }

  private static EngineFile read(Path file) {
    try {
      return Json.read(Files.readString(file), EngineFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "There is no " + file + ". Maybe start ./antar up, or say --work, or --url and --pid.",
          e);
    }
  }
}
