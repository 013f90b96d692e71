package id.antar.infra.cli;

import id.antar.gateway.identity.key.KeyRing;
import id.antar.infra.startup.EngineStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// `antar keys rotate-tokens`: puts a new key into the file that the gateways read. None has to be
/// running, and none has to be told.
public final class KeysTool {
  private static final String WORK = "--work=";
  private static final String FILE = "--file=";

  private KeysTool() {}

  /// @return the status to exit with: 0 if it was done, 1 if not, 2 if the arguments make no sense
  public static int run(String... arguments) {
    if (arguments.length < 2 || !arguments[1].equals("rotate-tokens")) {
      System.err.println("keys needs to know what for: rotate-tokens.");
      return 2;
    }
    try {
      return rotate(file(arguments));
    } catch (RuntimeException e) {
      System.err.println("It did not work: " + EngineStart.reason(e));
      return 1;
    }
  }

  private static int rotate(Path file) {
    if (!Files.exists(file)) {
      System.err.println("There is no key file " + file + ".");
      return 1;
    }
    Instant from = KeyRing.rotate(file, Clock.systemUTC());
    System.out.println("A new key signs tokens from " + from + " on. What was signed stays good.");
    return 0;
  }

  private static Path file(String... arguments) {
    return find(FILE, arguments)
        .map(Path::of)
        .orElseGet(() ->
            Path.of(
                    find(WORK, arguments)
                        .or(() -> Optional.ofNullable(System.getenv("ANTAR_HOME")))
                        .orElse(".antar"))
                .resolve("token-key.json"));
  }

  /// As `--work=DIR` or `--work DIR`.
  private static Optional<String> find(String option, String... arguments) {
    String bare = option.substring(0, option.length() - 1);
    return Stream.concat(
            Arrays.stream(arguments)
                .filter(it -> it.startsWith(option))
                .map(it -> it.substring(option.length())),
            Stream.iterate(0, i -> i + 1)
                .limit(arguments.length - 1L)
                .filter(i -> arguments[i].equals(bare))
                .map(i -> arguments[i + 1]))
        .findFirst();
  }
}
