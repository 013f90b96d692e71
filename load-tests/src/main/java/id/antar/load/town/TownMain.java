package id.antar.load.town;

import id.antar.load.client.EngineLostException;
import id.antar.load.client.Json;
import id.antar.load.town.report.Progress;
import id.antar.load.town.report.Report;
import id.antar.load.town.report.Result;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Runs a town from the command line. Status 0: every order is accounted for and nothing unexpected
/// happened. 1: not so. 2: it was asked for in a way that makes no sense.
public final class TownMain {

  private TownMain() {}

  public static void main(String... arguments) throws InterruptedException, IOException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(TownOptions.USAGE);
      return;
    }
    System.exit(run(System.out, arguments));
  }

  private static int run(PrintStream out, String... arguments)
      throws InterruptedException, IOException {
    TownOptions options;
    try {
      options = TownOptions.parse(arguments);
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.print(TownOptions.USAGE);
      return 2;
    }
    try (Town town = new Town(options, new Progress(out, isTerminal()))) {
      Result result = town.live();
      out.println();
      out.print(Report.of(result));
      Path json = options.json();
      if (json != null) {
        Files.writeString(json, Json.write(result));
      }
      return result.passed() ? 0 : 1;
    } catch (EngineLostException | IllegalStateException e) {
      out.println(e.getMessage());
      return 1;
    }
  }

  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
