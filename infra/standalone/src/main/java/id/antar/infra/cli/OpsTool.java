package id.antar.infra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `antar rebuild`, `antar decisions`, `antar keys` and `antar verify-log`: asks the engine of a
/// work folder for long work and shows how far it is. If none is running there, one is started for
/// the time of the command.
public final class OpsTool {
  private OpsTool() {}

  /// @return the status to exit with: 0 if the work succeeded, 1 if not, 2 if the arguments make no
  ///   sense
  public static int run(String... arguments) {
    try {
      Wish wish = Wish.parse(arguments);
      return EngineAtHand.ask(
          wish.work(),
          wish.engine(),
          (work, engine) ->
              wish.ask(new OpsClient(engine.url(), OpsClient.operatorToken(work))) ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
  }

  /// @param file for what the job leaves; none if that is not wanted
  /// @param engine what an engine is started with, if one has to be
  record Wish(OpsRequest request, @Nullable Path file, Path work, List<String> engine) {
    boolean ask(OpsClient client) throws IOException, InterruptedException {
      return file == null ? client.run(request) : client.run(request, file);
    }

    static Wish parse(String... arguments) {
      var left = new ArrayDeque<>(Arrays.asList(arguments));
      String command = left.pop();
      boolean verify = left.remove("--verify");
      boolean rotate = left.remove("rotate");
      var engine = new ArrayList<>(List.of("--server.port=0", "--antar.quiet=true"));
      var own = new ArrayDeque<>(left.stream().filter(it -> !it.startsWith("--antar.")).toList());
      left.removeAll(own);
      String work = null;
      for (String argument : left) {
        if (argument.startsWith("--antar.work=")) {
          work = argument.substring("--antar.work=".length());
        }
        engine.add(argument);
      }
      Path file =
          command.equals("rebuild")
              ? value("--differences=", own).map(Path::of).orElse(null)
              : null;
      OpsRequest request = request(command, verify, rotate, own);
      if (!own.isEmpty()) {
        throw new IllegalArgumentException("Unknown option " + own.getFirst() + ".");
      }
      return new Wish(request, file, Path.of(folder(work)), engine);
    }

    private static Instant instant(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(text + " is no moment such as 2026-11-21T12:00:00Z.", e);
      }
    }

    private static List<String> projections(Deque<String> own) {
      var named = new ArrayList<String>();
      for (var it = value("--projection=", own); it.isPresent(); it = value("--projection=", own)) {
        String name = it.get();
        if (!name.matches("[a-z][a-z0-9.-]*")) {
          throw new IllegalArgumentException(name + " is no projection's name.");
        }
        named.add(name);
      }
      return named;
    }

    /// Takes the option away if it is there.
    static Optional<String> value(String option, Deque<String> own) {
      Optional<String> found = own.stream().filter(it -> it.startsWith(option)).findFirst();
      found.ifPresent(own::remove);
      return found.map(it -> it.substring(option.length()));
    }

    private static OpsRequest request(
        String command, boolean verify, boolean rotate, Deque<String> own) {
      return switch (command) {
        case "verify-log" ->
            OpsRequest.verifyLog(
                value("--since=", own).map(Long::valueOf).orElse(0L),
                value("--checkpoint=", own).map(Path::of));
        case "rebuild" -> OpsRequest.rebuild(projections(own), verify);
        case "replay" -> {
          List<String> named = projections(own);
          Optional<Instant> until = value("--until=", own).map(Wish::instant);
          if (named.size() != 1 || until.isEmpty()) {
            throw new IllegalArgumentException("A replay needs one --projection and an --until.");
          }
          yield OpsRequest.replay(named.getFirst(), until.get());
        }
        case "decisions" -> {
          if (!verify) {
            throw new IllegalArgumentException("Decisions can only be verified: add --verify.");
          }
          yield OpsRequest.verifyDecisions();
        }
        case "keys" -> {
          if (!rotate) {
            throw new IllegalArgumentException("Keys can only be rotated: add rotate.");
          }
          yield OpsRequest.rotateKeys();
        }
        default -> throw new IllegalArgumentException("Unknown command " + command + ".");
      };
    }

    static String folder(@Nullable String given) {
      return Optional.ofNullable(given)
          .or(() -> Optional.ofNullable(System.getenv("ANTAR_HOME")))
          .orElse(".antar");
    }
  }
}
