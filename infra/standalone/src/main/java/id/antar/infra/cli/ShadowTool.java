package id.antar.infra.cli;

import id.antar.infra.cli.CommandLine.Asked;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `antar shadow`: lets a candidate policy plan beside the live one, shows how the two compare, and
/// promotes it.
public final class ShadowTool {
  private static final String PATH = "/v1/dispatch/shadow";
  private static final JsonMapper JSON = JsonMapper.shared();

  private ShadowTool() {}

  /// @return the status to exit with: 0 if it was done, 1 if not, 2 if the arguments make no sense
  public static int run(String... arguments) {
    return CommandLine.run(ShadowTool::understand, arguments);
  }

  private static Asked understand(CommandLine line) {
    String unclear = "shadow needs to know what to do: start, show, promote or stop.";
    return switch (line.word(unclear)) {
      case "start" -> {
        Path file = Path.of(needed("--policy", line));
        Map<?, ?> policy = LabTool.Wish.policy(file);
        String reason = needed("--reason", line);
        yield client -> start(client, policy, reason);
      }
      case "show" -> ShadowTool::show;
      case "promote" -> {
        String reason = needed("--reason", line);
        Optional<String> id = line.option("--shadow");
        yield client -> promote(client, id, reason);
      }
      case "stop" -> {
        String reason = needed("--reason", line);
        yield client -> stop(client, reason);
      }
      default -> throw new IllegalArgumentException(unclear);
    };
  }

  private static String needed(String name, CommandLine line) {
    return line.option(name, "shadow needs a " + name + " here.");
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
