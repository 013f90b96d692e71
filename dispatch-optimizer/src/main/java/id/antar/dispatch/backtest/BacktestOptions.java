package id.antar.dispatch.backtest;

import id.antar.dispatch.plan.DispatchPolicy;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the command line says.
///
/// @param only the one instance that is wanted, or a beginning of the wanted ones' names
/// @param verify plan what is recorded in `out` again, and compare
record BacktestOptions(
    Path instances,
    Path out,
    DispatchPolicy policy,
    @Nullable String only,
    int threads,
    Path published,
    boolean verify) {

  static BacktestOptions parse(String... arguments) {
    var left = new ArrayDeque<>(Arrays.asList(arguments));
    String suite = left.isEmpty() ? "" : left.pop();
    if (!suite.equals("mdrp")) {
      throw new IllegalArgumentException(
          "There is no benchmark \"" + suite + "\". Maybe mdrp is meant.");
    }
    boolean verify = left.remove("--verify");
    Path instances = null;
    Path out = null;
    Path published = null;
    String only = null;
    DispatchPolicy policy = DispatchPolicy.standard();
    int threads = Runtime.getRuntime().availableProcessors();
    while (!left.isEmpty()) {
      String option = left.pop();
      if (left.isEmpty()) {
        throw new IllegalArgumentException(option + " needs a value.");
      }
      String value = left.pop();
      switch (option) {
        case "--instances" -> instances = Path.of(value);
        case "--out" -> out = Path.of(value);
        case "--policy" -> policy = policy(value);
        case "--only" -> only = value;
        case "--threads" -> threads = threads(value);
        case "--published" -> published = Path.of(value);
        default -> throw new IllegalArgumentException("There is no option " + option + ".");
      }
    }
    if (out == null || (instances == null && !verify)) {
      throw new IllegalArgumentException("--instances and --out are needed.");
    }
    Path root = instances == null ? out : instances;
    return new BacktestOptions(
        root,
        out,
        policy,
        only,
        threads,
        published == null ? root.resolveSibling("published.csv") : published,
        verify);
  }

  boolean isWanted(String name) {
    return only == null || name.startsWith(only);
  }

  private static DispatchPolicy policy(String name) {
    return DispatchPolicy.find(name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no policy \""
                    + name
                    + "\" but "
                    + DispatchPolicy.names().collect(Collectors.joining(", "))
                    + "."));
  }

  private static int threads(String value) {
    try {
      int threads = Integer.parseInt(value);
      if (threads >= 1) {
        return threads;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "--threads needs a number of at least 1, not \"" + value + "\".");
  }
}
