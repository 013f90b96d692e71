package id.antar.infra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a command was told: words, options as `--name value` or `--name=value`, switches, and what
/// an engine is started with if one has to be. Whatever is asked for is taken away, so that what is
/// left over is unknown.
final class CommandLine {
  private static final String WORK = "--antar.work=";

  private final List<String> engine =
      new ArrayList<>(List.of("--server.port=0", "--antar.quiet=true"));
  private final List<String> left = new ArrayList<>();

  private CommandLine(String... arguments) {
    for (String argument : arguments) {
      (argument.startsWith("--antar.") ? engine : left).add(argument);
    }
  }

  @FunctionalInterface
  interface Asked {
    /// @return whether it was done, and all is as it should be
    boolean of(OpsClient client) throws IOException, InterruptedException;
  }

  /// @param understand throws [IllegalArgumentException] if the arguments make no sense
  /// @return the status to exit with: 0 if it was done, 1 if not, 2 if the arguments make no sense
  static int run(Function<CommandLine, Asked> understand, String... arguments) {
    try {
      var line = new CommandLine(arguments);
      Asked asked = understand.apply(line);
      line.requireEnd();
      return EngineAtHand.ask(
          line.work(),
          line.engine,
          (work, found) ->
              asked.of(new OpsClient(found.url(), OpsClient.operatorToken(work))) ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
  }

  static CommandLine of(String... arguments) {
    return new CommandLine(arguments);
  }

  /// What an engine would be started with.
  List<String> engine() {
    return List.copyOf(engine);
  }

  /// A setting of the engine's, as `--antar.name=value`.
  Optional<String> setting(String name) {
    String beginning = "--antar." + name + "=";
    return engine.stream()
        .filter(it -> it.startsWith(beginning))
        .map(it -> it.substring(beginning.length()))
        .findFirst();
  }

  void requireEnd() {
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("Unknown: " + left.getFirst() + ".");
    }
  }

  private Path work() {
    Optional<String> given = engine.stream().filter(it -> it.startsWith(WORK)).findFirst();
    return Path.of(EngineAtHand.folder(given.map(it -> it.substring(WORK.length())).orElse(null)));
  }

  /// The next word, which is no option.
  Optional<String> word() {
    return left.isEmpty() || left.getFirst().startsWith("--")
        ? Optional.empty()
        : Optional.of(left.removeFirst());
  }

  /// @param otherwise what is said if there is none
  String word(String otherwise) {
    return word().orElseThrow(() -> new IllegalArgumentException(otherwise));
  }

  boolean has(String word) {
    return left.remove(word);
  }

  Optional<String> option(String name) {
    for (int i = 0; i < left.size(); i++) {
      String word = left.get(i);
      if (word.startsWith(name + "=")) {
        return Optional.of(left.remove(i).substring(name.length() + 1));
      }
      if (word.equals(name) && i + 1 < left.size()) {
        left.remove(i);
        return Optional.of(left.remove(i));
      }
    }
    return Optional.empty();
  }

  /// @param otherwise what is said if it is not there
  String option(String name, String otherwise) {
    return option(name).orElseThrow(() -> new IllegalArgumentException(otherwise));
  }
}
