package id.antar.load.gatling;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How much of what is asked of which engine.
///
/// @param users merchants, couriers, operators or connections: those whom the scenario is about
/// @param rate how many orders, or requests, come each second
/// @param length how long they come
record LoadOptions(
    Scenario scenario, URI url, Path tokenFile, int users, double rate, Duration length) {

  private static final String PROPERTY = "antar.load.";
  private static final Set<String> NAMES =
      Set.of("url", "token-file", "users", "rate", "seconds", "results");

  LoadOptions {
    if (users < 1 || rate <= 0 || length.toSeconds() < 10) {
      throw new IllegalArgumentException(
          "--users must be at least 1, --rate more than 0, --seconds at least 10.");
    }
  }

  /// Gatling makes the simulations itself, so that they find their options in system properties.
  static LoadOptions published(Scenario scenario) {
    Map<String, String> values = new HashMap<>();
    for (String name : NAMES) {
      Optional.ofNullable(System.getProperty(PROPERTY + name))
          .ifPresent(value -> values.put(name, value));
    }
    return of(scenario, values);
  }

  static void publish(Map<String, String> values) {
    values.forEach((name, value) -> System.setProperty(PROPERTY + name, value));
  }

  /// @throws IllegalArgumentException with what a user can do about it
  static Map<String, String> read(String... arguments) {
    Deque<String> left = new ArrayDeque<>(List.of(arguments));
    Map<String, String> values = new HashMap<>();
    while (!left.isEmpty()) {
      String option = left.pop();
      String name = option.startsWith("--") ? option.substring(2) : "";
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException("There is no option \"" + option + "\".");
      }
      values.put(
          name,
          Optional.ofNullable(left.poll())
              .orElseThrow(() -> new IllegalArgumentException(option + " needs a value.")));
    }
    return values;
  }

  static LoadOptions of(Scenario scenario, Map<String, String> values) {
    String url = values.getOrDefault("url", "http://localhost:8080").replaceAll("/+$", "");
    return new LoadOptions(
        scenario,
        URI.create(url),
        Path.of(values.getOrDefault("token-file", ".antar/tokens.json")),
        (int) number("users", values, scenario.users()),
        number("rate", values, scenario.rate()),
        Duration.ofSeconds((long) number("seconds", values, scenario.seconds())));
  }

  private static double number(String name, Map<String, String> values, double otherwise) {
    String value = values.get(name);
    try {
      return value == null ? otherwise : Double.parseDouble(value);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException("--" + name + " needs a number, not \"" + value + "\".");
    }
  }

  static String names() {
    return String.join(", ", Arrays.stream(Scenario.values()).map(Scenario::title).toList());
  }
}
