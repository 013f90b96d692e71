package id.antar.infra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// `antar processors` and `antar dead-letters`: how the event processors stand, what they could not
/// handle, and what is to become of it.
public final class ProcessorsTool {
  private static final String WORK = "--antar.work=";

  private ProcessorsTool() {}

  /// @return the status to exit with: 0 if it was done, 1 if not, 2 if the arguments make no sense
  public static int run(String... arguments) {
    var options = new ArrayList<>(List.of("--server.port=0", "--antar.quiet=true"));
    Arrays.stream(arguments).filter(it -> it.startsWith("--antar.")).forEach(options::add);
    Deque<String> words = new ArrayDeque<>(Arrays.asList(arguments));
    words.removeAll(options);
    try {
      Asked asked = parse(words);
      if (!words.isEmpty()) {
        throw new IllegalArgumentException("Unknown: " + words.getFirst() + ".");
      }
      return EngineAtHand.ask(
          folder(options),
          options,
          (work, engine) ->
              asked.of(new OpsClient(engine.url(), OpsClient.operatorToken(work))) ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
  }

  @FunctionalInterface
  private interface Asked {
    boolean of(OpsClient client) throws IOException, InterruptedException;
  }

  private static Path folder(List<String> options) {
    Optional<String> given = options.stream().filter(it -> it.startsWith(WORK)).findFirst();
    return Path.of(OpsTool.Wish.folder(given.map(it -> it.substring(WORK.length())).orElse(null)));
  }

  private static Asked parse(Deque<String> words) {
    if (words.removeFirst().equals("processors")) {
      return ProcessorsTool::processors;
    }
    String what = next(words, "what to do: list, show, dry-run, retry or discard");
    Optional<String> letter = OpsTool.Wish.value("--letter=", words);
    return switch (what) {
      case "list" -> {
        String of = words.isEmpty() ? "" : "&processor=" + plain(words.removeFirst());
        yield client -> list(client, of);
      }
      case "show" -> {
        String id = plain(next(words, "which letter"));
        yield client -> show(client, id);
      }
      case "retry", "dry-run" -> {
        String processor = plain(next(words, "which processor"));
        yield client ->
            client.run(OpsRequest.deadLetters(what, processor, letter.map(ProcessorsTool::plain)));
      }
      case "discard" -> {
        String id = plain(next(words, "which letter"));
        String reason =
            OpsTool.Wish.value("--reason=", words)
                .orElseThrow(() -> new IllegalArgumentException("Discarding needs a --reason."));
        yield client -> discard(client, id, reason);
      }
      default -> throw new IllegalArgumentException("Unknown: " + what + ".");
    };
  }

  private static String next(Deque<String> words, String wanted) {
    if (words.isEmpty() || words.getFirst().startsWith("--")) {
      throw new IllegalArgumentException("dead-letters needs to know " + wanted + ".");
    }
    return words.removeFirst();
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
