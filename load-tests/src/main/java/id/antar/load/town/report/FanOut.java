package id.antar.load.town.report;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long positions take inside the engine, from receipt to the sockets, read off its metrics.
/// The engine's quantiles forget; so the last that were seen are kept, and the worst.
public final class FanOut {

  private static final Pattern LINE =
      Pattern.compile(
          "^antar_position_fanout_seconds\\{[^}]*quantile=\"([0-9.]+)\"[^}]*} ([-+0-9.eENa]+)",
          Pattern.MULTILINE);

  private @Nullable Double p50;
  private @Nullable Double p99;
  private @Nullable Double worstP99;

  /// @param metrics a page in Prometheus' text format
  public synchronized void read(String metrics) {
    OptionalDouble median = find(metrics, 0.5);
    OptionalDouble high = find(metrics, 0.99);
    if (median.isPresent() && high.isPresent()) {
      p50 = median.getAsDouble();
      p99 = high.getAsDouble();
      worstP99 = worstP99 == null ? high.getAsDouble() : Math.max(worstP99, high.getAsDouble());
    }
  }

  public synchronized @Nullable Double p50Millis() {
    return p50;
  }

  public synchronized @Nullable Double p99Millis() {
    return p99;
  }

  public synchronized @Nullable Double worstP99Millis() {
    return worstP99;
  }

  private static OptionalDouble find(String metrics, double quantile) {
    OptionalDouble found = OptionalDouble.empty();
    Matcher line = LINE.matcher(metrics);
    while (line.find()) {
      double millis = Double.parseDouble(line.group(2)) * 1000;
      if (Double.parseDouble(line.group(1)) == quantile && millis > 0) {
        found = OptionalDouble.of(Math.max(millis, found.orElse(0)));
      }
    }
    return found;
  }
}
