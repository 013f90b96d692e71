package id.antar.infra.searchload;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// @param rate questions a second
/// @param keep whether the work folder stays, so that the next run need not fill it again
record SearchLoadOptions(
    int orders, double rate, int seconds, int warmUpSeconds, long seed, Path work, boolean keep) {

  /// @throws IllegalArgumentException for a person to read
  static SearchLoadOptions parse(String... arguments) {
    Map<String, String> given = new TreeMap<>();
    boolean keep = false;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--keep")) {
        keep = true;
      } else if (arguments[i].startsWith("--") && i + 1 < arguments.length) {
        given.put(arguments[i].substring(2), arguments[++i]);
      } else {
        throw new IllegalArgumentException("\"" + arguments[i] + "\" is no option with a value.");
      }
    }
    var options =
        new SearchLoadOptions(
            whole(given, "orders", 1_000_000),
            number(given, "rate", 20),
            whole(given, "seconds", 60),
            whole(given, "warmup", 15),
            seed(given),
            Path.of(take(given, "work", ".antar-search-load")).toAbsolutePath(),
            keep);
    if (!given.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no option --" + given.keySet().iterator().next());
    }
    return options;
  }

  private static int whole(Map<String, String> given, String name, int otherwise) {
    double value = number(given, name, otherwise);
    if (value > Integer.MAX_VALUE || value != Math.rint(value)) {
      throw new IllegalArgumentException("--" + name + " needs a whole number, and not so many.");
    }
    return (int) value;
  }

  private static long seed(Map<String, String> given) {
    String text = take(given, "seed", "1");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--seed needs a whole number, not " + text + ".", e);
    }
  }

  private static double number(Map<String, String> given, String name, double otherwise) {
    String text = take(given, name, Double.toString(otherwise));
    try {
      double value = Double.parseDouble(text);
      if (value > 0) {
        return value;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new IllegalArgumentException("--" + name + " needs a number above 0, not " + text + ".");
  }

  private static String take(Map<String, String> given, String name, String otherwise) {
    String value = given.remove(name);
    return value == null ? otherwise : value;
  }
}
