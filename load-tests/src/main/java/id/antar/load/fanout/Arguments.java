package id.antar.load.fanout;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What stands behind a command: `--flag`, `--name value`, `--name=value`.
final class Arguments {

  private final Set<String> flags = new HashSet<>();
  private final Map<String, String> values = new HashMap<>();

  private Arguments() {}

  static Arguments of(Set<String> flags, Set<String> names, String... arguments) {
    Arguments parsed = new Arguments();
    Deque<String> left = new ArrayDeque<>(List.of(arguments));
    while (!left.isEmpty()) {
      String[] option = left.pop().split("=", 2);
      if (flags.contains(option[0]) && option.length == 1) {
        parsed.flags.add(option[0]);
      } else if (names.contains(option[0])) {
        String value = option.length == 2 ? option[1] : left.poll();
        if (value == null) {
          throw new IllegalArgumentException(option[0] + " needs a value.");
        }
        parsed.values.put(option[0], value);
      } else {
        throw new IllegalArgumentException("Unknown option " + option[0] + ".");
      }
    }
    return parsed;
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /// A whole number that is not negative.
  int count(String name, int otherwise) {
    return (int) number(name, otherwise, "a whole number", "[0-9]{1,9}");
  }

  double decimal(String name, double otherwise) {
    return number(name, otherwise, "a number", "[0-9]{1,9}(\\.[0-9]+)?");
  }

  private double number(String name, double otherwise, String kind, String form) {
    String value = values.get(name);
    if (value != null && !value.matches(form)) {
      throw new IllegalArgumentException(name + " needs " + kind + ", not " + value + ".");
    }
    return value == null ? otherwise : Double.parseDouble(value);
  }
}
