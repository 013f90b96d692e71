package id.antar.infra.cli;

import id.antar.infra.work.WorkFolder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `antar history`, `board`, `analytics` or `promises` is asked for.
///
/// @param words what follows the command: of history `events`, `export`, `catalogue` or a kind
/// @param options by their names in the interface
record HistoryWish(String command, List<String> words, Map<String, String> options) {
  private static final Set<String> OWN = Set.of("work", "out", "format", "csv");
  private static final Set<String> SWITCHES = Set.of("personal", "follow", "csv");
  private static final Set<String> SPAN =
      Set.of("by", "from", "to", "timeZone", "merchantId", "courierId");
  private static final Map<String, Set<String>> PARAMETERS =
      Map.of(
          "history",
          Set.of(
              "type",
              "kind",
              "id",
              "actor",
              "happenedFrom",
              "happenedTo",
              "recordedFrom",
              "recordedTo",
              "correlationId",
              "requestId",
              "after",
              "at",
              "position",
              "clock",
              "from",
              "to",
              "cursor",
              "limit"),
          "board",
          Set.of("zone", "at", "position", "after", "limit"),
          "analytics",
          with(SPAN, "measure", "bucket", "hours", "horizon", "includeForecast"),
          "promises",
          SPAN);

  private static Set<String> with(Set<String> some, String... more) {
    return Stream.concat(some.stream(), Arrays.stream(more)).collect(Collectors.toSet());
  }

  static HistoryWish parse(String... arguments) {
    String command = arguments[0];
    List<String> words = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    var left = new ArrayDeque<>(Arrays.asList(arguments).subList(1, arguments.length));
    while (!left.isEmpty()) {
      String next = left.pop();
      if (!next.startsWith("--")) {
        words.add(next);
        continue;
      }
      int equals = next.indexOf('=');
      if (equals > 0) {
        left.push(next.substring(equals + 1));
      }
      String name = camel(next.substring(2, equals > 0 ? equals : next.length()));
      boolean isSwitch = SWITCHES.contains(name) && equals < 0;
      options.put(name, isSwitch ? "true" : value(command, name, left));
    }
    var wish = new HistoryWish(command, List.copyOf(words), Map.copyOf(options));
    wish.requireWords();
    return wish;
  }

  private void requireWords() {
    boolean said =
        switch (command) {
          case "history" -> !words.isEmpty();
          case "analytics" -> words.size() == (isUpload() ? 2 : 1);
          default -> words.size() <= 1;
        };
    if (!said) {
      throw new IllegalArgumentException(
          command + " needs to know what. Maybe see ./antar --help.");
    }
  }

  private static String value(String command, String name, Deque<String> left) {
    if (!OWN.contains(name) && !Objects.requireNonNull(PARAMETERS.get(command)).contains(name)) {
      throw new IllegalArgumentException(command + " has no option " + name + ".");
    }
    if (left.isEmpty()) {
      throw new IllegalArgumentException("The option " + name + " needs a value.");
    }
    return left.pop();
  }

  /// `--happened-from` as the interface calls it.
  private static String camel(String option) {
    String[] parts = option.split("-", -1);
    return parts[0]
        + Arrays.stream(parts)
            .skip(1)
            .map(part ->
                part.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1))
            .collect(Collectors.joining());
  }

  String work() {
    return EngineAtHand.folder(options.get("work"));
  }

  boolean isExport() {
    return isSaid("history", "export");
  }

  private boolean isUpload() {
    return isSaid("analytics", "upload");
  }

  private boolean isSaid(String what, String word) {
    return command.equals(what) && !words.isEmpty() && words.getFirst().equals(word);
  }

  /// Streams of events are lines, all else is one answer.
  String accepts() {
    if (options.containsKey("csv")) {
      return "text/csv";
    }
    return isSaid("history", "events") ? "application/x-ndjson" : "application/json";
  }

  Optional<Path> findUpload() {
    return isUpload() ? Optional.of(Path.of(words.getLast())) : Optional.empty();
  }

  Optional<Path> findFile() {
    return Optional.ofNullable(options.get("out")).map(Path::of);
  }

  Path file() {
    return findFile().orElseGet(() -> Path.of("events." + format()));
  }

  private String format() {
    return options.getOrDefault("format", "ndjson");
  }

  /// What is personal is for operators; in production there is no other token.
  String token(WorkFolder work) {
    String tokens = work.find("tokens.json");
    if (tokens == null) {
      throw new IllegalStateException("There is no tokens.json in " + work.root() + ".");
    }
    JsonNode all = JsonMapper.shared().readTree(tokens);
    String role = options.containsKey("personal") || !all.has("analyst") ? "operator" : "analyst";
    return all.path(role).asString();
  }

  String path() {
    String query =
        options.entrySet().stream()
            .filter(it -> !OWN.contains(it.getKey()) && isAsked(it.getKey()))
            .map(it -> it.getKey() + "=" + encoded(it.getValue()))
            .collect(Collectors.joining("&"));
    return place() + (query.isEmpty() ? "" : "?" + query);
  }

  /// A board shows where people are to who may see it, and is not asked for that.
  private boolean isAsked(String option) {
    return !option.equals("personal") || command.equals("history");
  }

  private String place() {
    String path = words.stream().map(it -> "/" + encoded(it)).collect(Collectors.joining());
    return switch (command) {
      case "board" -> "/v1/board" + path;
      case "promises" ->
          words.isEmpty() ? "/v1/analytics/promises" : "/v1/orders" + path + "/promises";
      case "analytics" -> "/v1/analytics" + (isUpload() ? "/uploads" : path);
      default -> "/v1/history" + path;
    };
  }

  /// Of an export.
  String body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("format", format());
    body.put("personal", options.containsKey("personal"));
    body.put(
        "filter",
        options.entrySet().stream()
            .filter(it -> !OWN.contains(it.getKey()) && !SWITCHES.contains(it.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    return Objects.requireNonNull(JsonMapper.shared().writeValueAsString(body));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
