package id.antar.infra.cli;

import id.antar.api.lab.LabReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// `antar lab`: has a past window run again under another policy and prints both sides. The same
/// window, policies and seeds print the same.
public final class LabTool {
  /// The re-runs are not near enough to what happened.
  private static final int NOT_RANKED = 3;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

  private LabTool() {}

  /// @return the status to exit with: 0 if the two are ranked, 3 if they are not, 1 if it did not
  ///   work, 2 if the arguments make no sense
  public static int run(String... arguments) {
    try {
      Wish wish = Wish.parse(arguments);
      return EngineAtHand.ask(
          Path.of(EngineAtHand.folder(wish.work())),
          wish.engine(),
          (work, engine) -> run(new OpsClient(engine.url(), OpsClient.operatorToken(work)), wish));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
  }

  private static int run(OpsClient client, Wish wish) throws IOException, InterruptedException {
    JsonNode job = client.await(wish.request());
    if (!job.path("state").asString().equalsIgnoreCase("succeeded")) {
      job.path("findings").forEach(line -> System.err.println("  ! " + line.asString()));
      System.err.println("The run was " + job.path("state").asString() + ".");
      return 1;
    }
    JsonNode result = client.result(job);
    LabReport report = JSON.treeToValue(result, LabReport.class);
    System.out.print(LabTable.of(report));
    if (wish.json() != null) {
      Files.writeString(
          wish.json(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n");
    }
    return report.ranked() ? 0 : NOT_RANKED;
  }

  /// @param json where the report is written to as well
  /// @param engine what an engine is started with, if one has to be
  record Wish(
      Map<String, Object> body, @Nullable Path json, @Nullable String work, List<String> engine) {

    static Wish parse(String... arguments) {
      var body = new LinkedHashMap<String, Object>();
      var engine = new ArrayList<>(List.of("--server.port=0", "--antar.quiet=true"));
      Path json = null;
      String work = null;
      var left = new ArrayDeque<>(Arrays.asList(arguments));
      while (!left.isEmpty()) {
        String argument = left.pop();
        int equals = argument.indexOf('=');
        String option = equals < 0 ? argument : argument.substring(0, equals);
        String value = equals < 0 ? value(option, left) : argument.substring(equals + 1);
        switch (option) {
          case "--from", "--to" -> body.put(option.substring(2), instant(option, value));
          case "--policy", "--baseline" -> body.put(option.substring(2), policy(Path.of(value)));
          case "--seeds" -> body.put("seeds", number(option, value));
          case "--json" -> json = Path.of(value);
          case "--antar.work" -> {
            work = value;
            engine.add(argument);
          }
          default -> {
            if (!option.startsWith("--antar.")) {
              throw new IllegalArgumentException("Unknown option " + option + ".");
            }
            engine.add(argument);
          }
        }
      }
      for (String needed : List.of("from", "to", "policy")) {
        if (!body.containsKey(needed)) {
          throw new IllegalArgumentException("lab needs --" + needed + ".");
        }
      }
      return new Wish(body, json, work, engine);
    }

    OpsRequest request() {
      return new OpsRequest(
          "Running %s to %s again".formatted(body.get("from"), body.get("to")),
          "/v1/lab/runs",
          JSON.writeValueAsString(body));
    }

    private static String value(String option, ArrayDeque<String> left) {
      if (left.isEmpty()) {
        throw new IllegalArgumentException(option + " needs a value.");
      }
      return left.pop();
    }

    private static String instant(String option, String value) {
      try {
        return Instant.parse(value).toString();
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(
            "%s (%s) is not a time such as 2026-11-21T12:00:00Z.".formatted(option, value), e);
      }
    }

    private static int number(String option, String value) {
      try {
        return Integer.parseInt(value);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(option + " (" + value + ") is not a number.", e);
      }
    }

    /// YAML, of which JSON is a part.
    static Map<?, ?> policy(Path file) {
      try {
        Object read =
            new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        if (read instanceof Map<?, ?> policy) {
          return policy;
        }
        throw new IllegalArgumentException(file + " is not a list of names and values.");
      } catch (IOException e) {
        throw new IllegalArgumentException("The policy " + file + " cannot be read.", e);
      } catch (YAMLException e) {
        throw new IllegalArgumentException(
            "The policy %s is neither YAML nor JSON: %s".formatted(file, e.getMessage()), e);
      }
    }
  }
}
