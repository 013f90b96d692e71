package id.antar.infra.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an engine is asked to do.
///
/// @param what in words, for the person who waits
record OpsRequest(String what, String path, String body) {
  private static final int ENOUGH_CHECKPOINTS = 100;

  /// @param projections all of them if there are none
  static OpsRequest rebuild(List<String> projections, boolean verifyOnly) {
    String which = projections.isEmpty() ? "all projections" : String.join(", ", projections);
    return new OpsRequest(
        "Building " + which + " anew" + (verifyOnly ? " and comparing with the live rows" : ""),
        "/v1/ops/rebuild",
        "{\"projections\":[%s],\"verifyOnly\":%s}"
            .formatted(
                projections.stream().map(it -> "\"" + it + "\"").collect(Collectors.joining(",")),
                verifyOnly));
  }

  static OpsRequest replay(String projection, Instant until) {
    return new OpsRequest(
        "Building " + projection + " as it was at " + until,
        "/v1/ops/replay",
        "{\"projection\":\"%s\",\"until\":\"%s\"}".formatted(projection, until));
  }

  /// @param what `retry` or `dry-run`
  static OpsRequest deadLetters(String what, String processor, Optional<String> letter) {
    return new OpsRequest(
        what.equals("retry")
            ? "Handling what is parked in " + processor + " again"
            : "Trying what is parked in " + processor + "; nothing is changed",
        "/v1/ops/dead-letters/" + processor + "/" + what,
        letter.map(it -> "{\"letterId\":\"" + it + "\"}").orElse("{}"));
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
            .formatted(since, kept.map(it -> checkpoints(it, since)).orElse("")));
  }

  /// The last ones, which cover what all others do, and the one to begin at.
  private static String checkpoints(Path file, long since) {
    try (Stream<String> lines = Files.lines(file)) {
      List<JsonNode> all = lines.flatMap(OpsRequest::checkpoint).toList();
      int enough = Math.max(0, all.size() - ENOUGH_CHECKPOINTS);
      return Stream.concat(
              all.subList(0, enough).stream().filter(it -> it.path("number").asLong() == since),
              all.subList(enough, all.size()).stream())
          .map(JsonNode::toString)
          .collect(Collectors.joining(","));
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("The file " + file + " cannot be read.", e);
    }
  }

  /// A last line that was cut off is none.
  private static Stream<JsonNode> checkpoint(String line) {
    try {
      JsonNode node = JsonMapper.shared().readTree(line);
      return node.isObject() ? Stream.of(node) : Stream.empty();
    } catch (JacksonException _) {
      return Stream.empty();
    }
  }
}
