package id.antar.infra.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an engine is asked to do.
///
/// @param what in words, for the person who waits
record OpsRequest(String what, String path, String body) {
  static OpsRequest rebuild(boolean verifyOnly) {
    return new OpsRequest(
        verifyOnly
            ? "Building all projections anew and comparing them with the live ones"
            : "Building all projections anew",
        "/v1/ops/rebuild",
        "{\"verifyOnly\":" + verifyOnly + "}");
  }

  static OpsRequest rotateKeys() {
    return new OpsRequest(
        "Wrapping every person's key by a new master key", "/v1/ops/keys/rotate", "{}");
  }

  static OpsRequest verifyDecisions() {
    return new OpsRequest(
        "Planning every recorded decision again and comparing", "/v1/ops/decisions/verify", "{}");
  }

  /// @param since the number of a checkpoint; what it covers is trusted
  /// @param kept a file of checkpoints, one a line, as the engine writes them
  static OpsRequest verifyLog(long since, Optional<Path> kept) {
    return new OpsRequest(
        "Reading the log and comparing it with its chain",
        "/v1/ops/log/verify",
        "{\"since\":%d,\"checkpoints\":[%s]}"
            .formatted(since, kept.map(OpsRequest::lines).orElse("")));
  }

  private static String lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(it -> !it.isBlank()).collect(Collectors.joining(","));
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("The file " + file + " cannot be read.", e);
    }
  }
}
