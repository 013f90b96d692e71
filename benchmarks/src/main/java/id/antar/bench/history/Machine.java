package id.antar.bench.history;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/// What a figure was measured on.
final class Machine {

  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  private Machine() {}

  static String facts() throws IOException {
    return String.format(
        Locale.ROOT,
        "%d cores (%s), Java %s, heap %d MiB, load %.1f",
        Runtime.getRuntime().availableProcessors(),
        processor(),
        Runtime.version().feature(),
        Runtime.getRuntime().maxMemory() >> 20,
        load());
  }

  /// How many want to run, in the mean of the last minute.
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /// What this process has used of its processors so far, and its servers, in seconds.
  record Used(double own, double servers) {

    static Used now() {
      long own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
      long servers =
          ProcessHandle.current()
              .descendants()
              .mapToLong(it -> it.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
              .sum();
      return new Used(own / 1e9, servers / 1e9);
    }

    /// Since then, in microseconds for each of so many.
    String since(Used before, double count) {
      return String.format(
          Locale.ROOT,
          "%.0f + %.0f us of a core each",
          (own - before.own) * 1e6 / count,
          (servers - before.servers) * 1e6 / count);
    }
  }

  private static String processor() throws IOException {
    if (!Files.isReadable(PROCESSOR)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(PROCESSOR)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 2))
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }
}
