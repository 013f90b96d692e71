package id.antar.load.fanout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What came of a comparison: medians over the rounds.
///
/// @param nearlyAll the share of what was wanted that must have arrived
/// @param turns by server, one per round; the first server is the one that the others are beside
record ComparisonTable(
    double nearlyAll, Map<String, List<Measurement>> turns, Map<String, Double> kibIdle) {

  /// Whether nearly everything arrived, everywhere.
  boolean isComplete() {
    return turns.values().stream()
        .flatMap(List::stream)
        .allMatch(turn -> turn.count().got() >= nearlyAll * turn.count().wanted());
  }

  @Override
  public String toString() {
    var table =
        new StringBuilder(
            """

            | server | per second | p50 ms | p99 ms | us per delivery | bytes each | KiB per idle connection | antar : server |
            |---|--:|--:|--:|--:|--:|--:|--:|
            """);
    turns.forEach((name, all) -> table.append(row(name, all)));
    return table.toString();
  }

  private String row(String name, List<Measurement> all) {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %.2f | %.2f | %.2f | %.0f | %.1f | %.2f |%n",
        name,
        median(all, turn -> turn.count().perSecond()),
        median(all, turn -> turn.count().p50() / 1e3),
        median(all, Measurement::p99Millis),
        median(all, Measurement::cpuMicrosEach),
        median(all, turn -> turn.count().bytesEach()),
        kibIdle.getOrDefault(name, 0.0),
        median(ratios(all)));
  }

  /// Of the first server's processor time per delivery to this one's, round by round.
  private double[] ratios(List<Measurement> all) {
    List<Measurement> first = turns.values().iterator().next();
    double[] ratios = new double[Math.min(first.size(), all.size())];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = first.get(round).cpuMicrosEach() / all.get(round).cpuMicrosEach();
    }
    return ratios;
  }

  private static double median(List<Measurement> all, ToDoubleFunction<Measurement> what) {
    return median(all.stream().mapToDouble(what).toArray());
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
