package id.antar.infra.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `antar shadow`: lets a candidate policy plan beside the live one, shows how the two compare, and
/// promotes it.
public final class ShadowTool {
  private static final String PATH = "/v1/dispatch/shadow";
  private static final String WORK = "--antar.work=";
  private static final JsonMapper JSON = JsonMapper.shared();

  private ShadowTool() {}

  /// @return the status to exit with: 0 if it was done, 1 if not, 2 if the arguments make no sense
  public static int run(String... arguments) {
    var engine = new ArrayList<>(List.of("--server.port=0", "--antar.quiet=true"));
    Arrays.stream(arguments).filter(it -> it.startsWith("--antar.")).forEach(engine::add);
    Deque<String> words = new ArrayDeque<>(Arrays.asList(arguments));
    words.removeAll(engine);
    try {
      Asked asked = parse(words);
      if (!words.isEmpty()) {
        throw new IllegalArgumentException("Unknown: " + words.getFirst() + ".");
      }
      return EngineAtHand.ask(
          folder(engine),
          engine,
          (work, found) ->
              asked.of(new OpsClient(found.url(), OpsClient.operatorToken(work))) ? 0 : 1);
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
    String what = words.isEmpty() ? "" : words.removeFirst();
    return switch (what) {
      case "start" -> {
        Path file = Path.of(needed("--policy", words));
        Map<?, ?> policy = LabTool.Wish.policy(file);
        String reason = needed("--reason", words);
        yield client -> start(client, policy, reason);
      }
      case "show" -> ShadowTool::show;
      case "promote" -> {
        String reason = needed("--reason", words);
        Optional<String> id = option("--shadow", words);
        yield client -> promote(client, id, reason);
      }
      case "stop" -> {
        String reason = needed("--reason", words);
        yield client -> stop(client, reason);
      }
      default ->
          throw new IllegalArgumentException(
              "shadow needs to know what to do: start, show, promote or stop.");
    };
  }

  private static String needed(String name, Deque<String> words) {
    return option(name, words)
        .orElseThrow(() -> new IllegalArgumentException("shadow needs a " + name + " here."));
  }

  /// `--name value` or `--name=value`, taken out of the words.
  private static Optional<String> option(String name, Deque<String> words) {
    var left = new ArrayList<>(words);
    for (int i = 0; i < left.size(); i++) {
      String word = left.get(i);
      boolean alone = word.equals(name) && i + 1 < left.size();
      if (alone || word.startsWith(name + "=")) {
        String value = alone ? left.remove(i + 1) : word.substring(name.length() + 1);
        left.remove(i);
        words.clear();
        words.addAll(left);
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static boolean start(OpsClient client, Map<?, ?> policy, String reason)
      throws IOException, InterruptedException {
    String body = JSON.writeValueAsString(Map.of("policy", policy, "reason", reason));
    client.send("PUT", PATH, body);
    System.out.println("The candidate plans in the shadow from the next round on.");
    return true;
  }

  private static boolean show(OpsClient client) throws IOException, InterruptedException {
    System.out.print(ShadowTable.of(client.get(PATH)));
    return true;
  }

  /// Without an id, that of the one that runs now.
  private static boolean promote(OpsClient client, Optional<String> id, String reason)
      throws IOException, InterruptedException {
    JsonNode shadow = client.get(PATH).path("shadow");
    String wanted = id.orElseGet(() -> shadow.path("shadowId").asString(""));
    if (wanted.isEmpty()) {
      System.err.println("No candidate runs in the shadow.");
      return false;
    }
    client.send(
        "POST",
        PATH + "/promote",
        JSON.writeValueAsString(Map.of("shadowId", wanted, "reason", reason)));
    System.out.println("It decides from the next round on; the audit log knows by whom and why.");
    return true;
  }

  private static boolean stop(OpsClient client, String reason)
      throws IOException, InterruptedException {
    client.send(
        "DELETE", PATH + "?reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8), "");
    System.out.println("Nothing runs in the shadow.");
    return true;
  }
}
