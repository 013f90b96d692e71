package id.antar.load.gatling;

import id.antar.load.client.Door;
import id.antar.load.client.Tokens;
import io.gatling.app.Gatling$;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs one scenario against a running engine. Status 0: it held its limits. 1: it did not. 2: it
/// could not be run.
public final class LoadMain {

  private LoadMain() {}

  public static void main(String... arguments) {
    System.exit(run(arguments));
  }

  private static int run(String... arguments) {
    try {
      if (arguments.length == 0) {
        throw new IllegalArgumentException("Which scenario? " + LoadOptions.names());
      }
      Scenario scenario =
          Scenario.find(arguments[0])
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "There is no scenario \""
                          + arguments[0]
                          + "\", only "
                          + LoadOptions.names()
                          + "."));
      Map<String, String> values =
          LoadOptions.read(Arrays.copyOfRange(arguments, 1, arguments.length));
      return start(LoadOptions.of(scenario, values), values);
    } catch (IllegalArgumentException e) {
      System.err.println("antar: " + e.getMessage());
      return 2;
    }
  }

  private static int start(LoadOptions options, Map<String, String> values) {
    String obstacle = obstacle(options);
    if (obstacle != null) {
      throw new IllegalArgumentException(obstacle);
    }
    LoadOptions.publish(values);
    int status =
        Gatling$.MODULE$.fromArgs(
            new String[] {
              "--simulation", options.scenario().simulation().getName(),
              "--results-folder", values.getOrDefault("results", "load-tests/target/gatling")
            });
    return status == 0 ? 0 : 1;
  }

  private static @Nullable String obstacle(LoadOptions options) {
    if (!Files.isReadable(options.tokenFile())) {
      return "there is no token file "
          + options.tokenFile()
          + ". Maybe name it with --token-file; the engine keeps it as tokens.json in its work"
          + " folder.";
    }
    try {
      if (new Tokens(options.tokenFile()).find("admin").isEmpty()) {
        return "the token file " + options.tokenFile() + " holds no token for admin.";
      }
    } catch (UncheckedIOException | tools.jackson.core.JacksonException e) {
      return "the token file " + options.tokenFile() + " cannot be read: " + e.getMessage();
    }
    return new Door(options.url()).findClock().isEmpty()
        ? "no engine answers at " + options.url() + ". Maybe start one with ./antar up."
        : null;
  }
}
