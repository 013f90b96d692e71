package id.antar.infra.cli;

import id.antar.infra.cli.CommandLine.Asked;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `antar rebuild`, `antar decisions`, `antar keys` and `antar verify-log`: asks the engine of a
/// work folder for long work and shows how far it is. If none is running there, one is started for
/// the time of the command.
public final class OpsTool {
  private OpsTool() {}

  /// @return the status to exit with: 0 if the work succeeded, 1 if not, 2 if the arguments make no
  ///   sense
  public static int run(String... arguments) {
    return CommandLine.run(OpsTool::understand, arguments);
  }

  private static Asked understand(CommandLine line) {
    String command = line.word("A command is missing.");
    OpsRequest request = request(command, line);
    Optional<Path> file =
        command.equals("rebuild") ? line.option("--differences").map(Path::of) : Optional.empty();
    return client -> file.isPresent() ? client.run(request, file.get()) : client.run(request);
  }

  private static OpsRequest request(String command, CommandLine line) {
    return switch (command) {
      case "verify-log" ->
          OpsRequest.verifyLog(
              line.option("--since").map(Long::valueOf).orElse(0L),
              line.option("--checkpoint").map(Path::of));
      case "rebuild" -> OpsRequest.rebuild(projections(line), line.has("--verify"));
      case "replay" -> replay(projections(line), line.option("--until").map(OpsTool::instant));
      case "decisions" -> {
        require(line.has("--verify"), "Decisions can only be verified: add --verify.");
        yield OpsRequest.verifyDecisions();
      }
      case "keys" -> {
        require(line.has("rotate"), "Keys can only be rotated: add rotate.");
        yield OpsRequest.rotateKeys();
      }
      default -> throw new IllegalArgumentException("Unknown command " + command + ".");
    };
  }

  private static OpsRequest replay(List<String> projections, Optional<Instant> until) {
    require(
        projections.size() == 1 && until.isPresent(),
        "A replay needs one --projection and an --until.");
    return OpsRequest.replay(projections.getFirst(), until.orElseThrow());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(text + " is no moment such as 2026-11-21T12:00:00Z.", e);
    }
  }

  private static List<String> projections(CommandLine line) {
    var named = new ArrayList<String>();
    for (var it = line.option("--projection"); it.isPresent(); it = line.option("--projection")) {
      String name = it.get();
      require(name.matches("[a-z][a-z0-9.-]*"), name + " is no projection's name.");
      named.add(name);
    }
    return named;
  }
}
