package id.antar.load.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// How long calls took, by kind. Waiting for an engine that is gone does not count.
public final class Latencies {

  private static final long HIGHEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;

  private final Map<CallKind, ConcurrentHistogram> byKind = new EnumMap<>(CallKind.class);

  public Latencies() {
    for (CallKind kind : CallKind.values()) {
      byKind.put(kind, new ConcurrentHistogram(HIGHEST_MICROS, 3));
    }
  }

  public static ConcurrentHistogram newHistogram() {
    return new ConcurrentHistogram(HIGHEST_MICROS, 3);
  }

  /// Records a span of nanoseconds in a histogram of microseconds.
  public static void record(AbstractHistogram histogram, long nanos) {
    histogram.recordValue(Math.clamp(nanos / 1000, 0, HIGHEST_MICROS));
  }

  public static Latency summary(String what, AbstractHistogram histogram) {
    return new Latency(
        what,
        histogram.getTotalCount(),
        histogram.getValueAtPercentile(50) / 1000.0,
        histogram.getValueAtPercentile(99) / 1000.0);
  }

  void record(CallKind kind, long nanos) {
    record(byKind.computeIfAbsent(kind, _ -> newHistogram()), nanos);
  }

  /// One line per kind that occurred, then all of them together.
  public List<Latency> summaries() {
    List<Latency> lines = new ArrayList<>();
    Histogram all = new Histogram(HIGHEST_MICROS, 3);
    byKind.forEach((kind, histogram) -> {
      all.add(histogram);
      if (histogram.getTotalCount() > 0) {
        lines.add(summary(kind.title(), histogram));
      }
    });
    lines.add(summary("all", all));
    return lines;
  }
}
