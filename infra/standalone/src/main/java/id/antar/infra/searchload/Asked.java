package id.antar.infra.searchload;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// How long the answers took, in nanoseconds since each question was due.
final class Asked {

  private final Map<Questions.Kind, LongStream.Builder> times = new EnumMap<>(Questions.Kind.class);
  private long failed;

  synchronized void answered(Questions.Kind kind, long nanos) {
    times.computeIfAbsent(kind, _ -> LongStream.builder()).add(nanos);
  }

  synchronized void failed() {
    failed++;
  }

  synchronized long failures() {
    return failed;
  }

  record Row(String name, long asked, double p50, double p99, double most) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "  %-24s %8d %8.1f %8.1f %8.1f", name, asked, p50, p99, most);
    }
  }

  /// One for each kind of question, and one for all.
  synchronized List<Row> rows() {
    Map<Questions.Kind, long[]> all = new EnumMap<>(Questions.Kind.class);
    times.forEach((kind, values) -> all.put(kind, values.build().sorted().toArray()));
    times.clear();
    long[] together = all.values().stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return Stream.concat(
            all.entrySet().stream()
                .map(it -> row(it.getKey().name().toLowerCase(Locale.ROOT), it.getValue())),
            Stream.of(row("all", together)))
        .toList();
  }

  private static Row row(String name, long[] sorted) {
    return new Row(
        name, sorted.length, millis(sorted, 0.5), millis(sorted, 0.99), millis(sorted, 1));
  }

  private static double millis(long[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
  }
}
