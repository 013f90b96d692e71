package id.antar.infra.cli;

import id.antar.infra.cli.CommandLine.Asked;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// `antar processors` and `antar dead-letters`: how the event processors stand, what they could not
/// handle, and what is to become of it.
public final class ProcessorsTool {
  private ProcessorsTool() {}

  /// @return the status to exit with: 0 if it was done, 1 if not, 2 if the arguments make no sense
  public static int run(String... arguments) {
    return CommandLine.run(ProcessorsTool::understand, arguments);
  }

  private static Asked understand(CommandLine line) {
    if (line.word("A command is missing.").equals("processors")) {
      return ProcessorsTool::processors;
    }
    String what = next(line, "what to do: list, show, dry-run, retry or discard");
    return switch (what) {
      case "list" -> {
        String of = line.word().map(it -> "&processor=" + plain(it)).orElse("");
        yield client -> list(client, of);
      }
      case "show" -> {
        String id = plain(next(line, "which letter"));
        yield client -> show(client, id);
      }
      case "retry", "dry-run" -> {
        String processor = plain(next(line, "which processor"));
        Optional<String> letter = line.option("--letter").map(ProcessorsTool::plain);
        yield client -> client.run(OpsRequest.deadLetters(what, processor, letter));
      }
      case "discard" -> {
        String id = plain(next(line, "which letter"));
        String reason = line.option("--reason", "Discarding needs a --reason.");
        yield client -> discard(client, id, reason);
      }
      default -> throw new IllegalArgumentException("Unknown: " + what + ".");
    };
  }

  private static String next(CommandLine line, String wanted) {
    return line.word("dead-letters needs to know " + wanted + ".");
  }

  /// Names and ids are part of an address.
  private static String plain(String word) {
    if (!word.matches("[A-Za-z0-9._~-]{1,128}")) {
      throw new IllegalArgumentException(word + " is neither a name nor an id.");
    }
    return word;
  }

  private static boolean processors(OpsClient client) throws IOException, InterruptedException {
    boolean well = true;
    for (JsonNode it : client.get("/v1/ops/processors").path("processors")) {
      boolean running = it.path("running").asBoolean();
      long parked = it.path("deadLetters").asLong();
      well &= running && parked == 0;
      System.out.printf(
          Locale.ROOT,
          "%-32s %-8s at %d, %d behind (%.1f s), %d segments, %d parked%s%n",
          it.path("name").asString(),
          running ? "runs" : "stopped",
          it.path("position").asLong(),
          it.path("lag").asLong(),
          it.path("lagSeconds").asDouble(),
          it.path("segments").size(),
          parked,
          it.path("error").isString() ? ", " + it.path("error").asString() : "");
    }
    return well;
  }

  private static boolean list(OpsClient client, String of)
      throws IOException, InterruptedException {
    String cursor = "";
    do {
      JsonNode page = client.get("/v1/ops/dead-letters?limit=100" + of + cursor);
      page.path("letters").forEach(ProcessorsTool::print);
      cursor =
          page.path("nextCursor").isString() ? "&cursor=" + page.path("nextCursor").asString() : "";
    } while (!cursor.isEmpty());
    return true;
  }

  private static void print(JsonNode it) {
    System.out.printf(
        "%s  %s  %s of %s, sequence %d, parked %s, tried %d times, behind %d%s%n",
        it.path("letterId").asString(),
        it.path("processor").asString(),
        it.path("event").asString(),
        it.path("source").asString("-"),
        it.path("sequence").asLong(),
        it.path("parkedAt").asString(),
        it.path("attempts").asLong(),
        it.path("behind").asLong(),
        it.path("cause").isString() ? ": " + it.path("cause").asString() : "");
  }

  private static boolean show(OpsClient client, String id)
      throws IOException, InterruptedException {
    System.out.println(client.get("/v1/ops/dead-letters/" + id).toPrettyString());
    return true;
  }

  private static boolean discard(OpsClient client, String id, String reason)
      throws IOException, InterruptedException {
    client.post("/v1/ops/dead-letters/" + id + "/discard", "reason", reason, 204);
    System.out.println("It is discarded; the audit log knows by whom and why.");
    return true;
  }
}
