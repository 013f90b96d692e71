package id.antar.infra.cli;

import id.antar.infra.work.WorkFolder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `antar history` is asked for.
///
/// @param words `events`, `export`, `catalogue` or a kind, and what follows
/// @param options by their names in the interface
record HistoryWish(List<String> words, Map<String, String> options) {
  private static final Set<String> OWN = Set.of("work", "out", "format");
  private static final Set<String> SWITCHES = Set.of("personal", "follow");
  private static final Set<String> PARAMETERS =
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
          "limit");

  static HistoryWish parse(String... arguments) {
    List<String> words = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    var left = new ArrayList<>(Arrays.asList(arguments).subList(1, arguments.length));
    while (!left.isEmpty()) {
      String next = left.removeFirst();
      if (!next.startsWith("--")) {
        words.add(next);
      } else {
        int value = next.indexOf('=');
        if (value > 0) {
          left.addFirst(next.substring(value + 1));
        }
        String name = camel(next.substring(2, value > 0 ? value : next.length()));
        options.put(name, SWITCHES.contains(name) && value < 0 ? "true" : value(name, left));
      }
    }
    if (words.isEmpty()) {
      throw new IllegalArgumentException("history needs to know what: events, export, order 4711.");
    }
    return new HistoryWish(List.copyOf(words), Map.copyOf(options));
  }

  private static String value(String name, List<String> left) {
    if (!OWN.contains(name) && !PARAMETERS.contains(name)) {
      throw new IllegalArgumentException("history has no option " + name + ".");
    }
    if (left.isEmpty()) {
      throw new IllegalArgumentException("The option " + name + " needs a value.");
    }
    return left.removeFirst();
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
    return OpsTool.Wish.folder(options.get("work"));
  }

  boolean isExport() {
    return words.getFirst().equals("export");
  }

  /// Streams of events are lines, all else is one answer.
  String accepts() {
    return words.getFirst().equals("events") ? "application/x-ndjson" : "application/json";
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
    JsonNode issued = JsonMapper.shared().readTree(tokens);
    boolean operator = options.containsKey("personal") || !issued.has("analyst");
    return issued.path(operator ? "operator" : "analyst").asString();
  }

  String path() {
    String query =
        options.entrySet().stream()
            .filter(it -> !OWN.contains(it.getKey()))
            .map(it -> it.getKey() + "=" + encoded(it.getValue()))
            .collect(Collectors.joining("&"));
    String path = words.stream().map(HistoryWish::encoded).collect(Collectors.joining("/"));
    return "/v1/history/" + path + (query.isEmpty() ? "" : "?" + query);
  }

  /// Of an export.
  String body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("format", format());
    body.put("personal", options.containsKey("personal"));
    body.put(
        "filter",
        options.entrySet().stream()
            .filter(it -> PARAMETERS.contains(it.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    return Objects.requireNonNull(JsonMapper.shared().writeValueAsString(body));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
