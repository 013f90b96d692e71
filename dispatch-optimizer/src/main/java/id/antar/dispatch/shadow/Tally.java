package id.antar.dispatch.shadow;

import id.antar.api.dispatch.ShadowScore;
import id.antar.api.dispatch.ShadowScore.Side;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sums over some rounds. What is not in it is zero.
public record Tally(Map<Figure, Double> sums) {

  public static final Tally NONE = new Tally(Map.of());

  private static final double HUNDREDTHS = 100;
  private static final double NANOS_PER_MILLI = 1e6;

  public Tally {
    sums = Map.copyOf(sums);
  }

  public static Tally of(Figure figure, double value) {
    return new Tally(Map.of(figure, value));
  }

  public Tally plus(Tally other) {
    var all = new EnumMap<Figure, Double>(Figure.class);
    all.putAll(sums);
    other.sums.forEach((figure, value) -> all.merge(figure, value, Double::sum));
    return new Tally(all);
  }

  public double of(Figure figure) {
    return sums.getOrDefault(figure, 0.0);
  }

  public ShadowScore score() {
    return new ShadowScore(
        count(Figure.ROUNDS),
        count(Figure.SKIPPED),
        count(Figure.FAILED),
        count(Figure.ORDERS),
        count(Figure.BOTH),
        count(Figure.ONLY_LIVE),
        count(Figure.ONLY_CANDIDATE),
        count(Figure.SAME_COURIER),
        live(),
        candidate());
  }

  private Side live() {
    return new Side(
        count(Figure.LIVE_TOLD),
        mean(Figure.LIVE_CLICK_TO_DOOR, Figure.BOTH, 1),
        mean(Figure.LIVE_LATENESS, Figure.BOTH, 1),
        mean(Figure.LIVE_ROAD, Figure.LIVE_PLANNED, 1),
        mean(Figure.LIVE_COST_BY_LIVE, Figure.COSTED, HUNDREDTHS),
        mean(Figure.LIVE_COST_BY_CANDIDATE, Figure.COSTED, HUNDREDTHS),
        mean(Figure.LIVE_NANOS, Figure.ROUNDS, NANOS_PER_MILLI));
  }

  private Side candidate() {
    return new Side(
        count(Figure.CANDIDATE_TOLD),
        mean(Figure.CANDIDATE_CLICK_TO_DOOR, Figure.BOTH, 1),
        mean(Figure.CANDIDATE_LATENESS, Figure.BOTH, 1),
        mean(Figure.CANDIDATE_ROAD, Figure.CANDIDATE_PLANNED, 1),
        mean(Figure.CANDIDATE_COST_BY_LIVE, Figure.COSTED, HUNDREDTHS),
        mean(Figure.CANDIDATE_COST_BY_CANDIDATE, Figure.COSTED, HUNDREDTHS),
        mean(Figure.CANDIDATE_NANOS, Figure.ROUNDS, NANOS_PER_MILLI));
  }

  private long count(Figure figure) {
    return Math.round(of(figure));
  }

  /// Two digits are enough for anybody.
  private @Nullable Double mean(Figure sum, Figure of, double unit) {
    double count = of(of);
    return count == 0 ? null : Math.round(100 * of(sum) / count / unit) / 100.0;
  }
}
