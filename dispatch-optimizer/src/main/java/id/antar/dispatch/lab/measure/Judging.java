package id.antar.dispatch.lab.measure;

import static id.antar.api.lab.LabReport.Measure.CLICK_TO_DOOR;
import static id.antar.api.lab.LabReport.Measure.UNDELIVERED;

import id.antar.api.lab.LabReport.Better;
import id.antar.api.lab.LabReport.Check;
import id.antar.api.lab.LabReport.Comparison;
import id.antar.api.lab.LabReport.Fidelity;
import id.antar.api.lab.LabReport.Measure;
import id.antar.api.order.OrderId;
import id.antar.dispatch.lab.run.Fared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Holds the live policy's re-runs against what happened, and then, if they are near enough, the
/// candidate's against them.
public final class Judging {

  /// With fewer orders a correlation says nothing.
  public static final int FEWEST_ORDERS = 10;

  public static final double LEAST_CORRELATION = 0.5;

  /// How far the re-runs' mean may be from what was recorded: a share of that, but no less than the
  /// second number, in the unit of the measure.
  private record Tolerance(double share, double least, boolean key) {
    double of(double recorded) {
      return Math.max(share * Math.abs(recorded), least);
    }
  }

  private final Measures measures;
  private final List<Fared> recorded;
  private final List<List<Fared>> live;

  /// @param live runs of the policy that was live, by seed
  public Judging(Measures measures, List<Fared> recorded, List<List<Fared>> live) {
    this.measures = measures;
    this.recorded = recorded;
    this.live = live;
  }

  private static Tolerance tolerance(Measure measure) {
    return switch (measure) {
      case CLICK_TO_DOOR -> new Tolerance(0.10, 60, true);
      case CLICK_TO_DOOR_90 -> new Tolerance(0.15, 120, false);
      case READY_TO_PICKUP -> new Tolerance(0.20, 60, true);
      case LATENESS -> new Tolerance(0.25, 60, false);
      case UNDELIVERED -> new Tolerance(0, 2, true);
      case COURIER_WAITING -> new Tolerance(0.25, 45, false);
      case DISTANCE -> new Tolerance(0.15, 200, false);
      case EARNINGS_SPREAD -> new Tolerance(0.30, 50, false);
    };
  }

  public Fidelity fidelity() {
    List<Check> checks = Arrays.stream(Measure.values()).map(this::check).toList();
    var failures = new ArrayList<String>();
    checks.stream()
        .filter(check -> check.key() && !check.good())
        .map(Judging::failure)
        .forEach(failures::add);
    Double correlation = correlation();
    if (correlation == null) {
      failures.add("fewer than %d orders were delivered on both sides".formatted(FEWEST_ORDERS));
    } else if (correlation < LEAST_CORRELATION) {
      failures.add("click-to-door order by order: the correlation is below " + LEAST_CORRELATION);
    }
    return new Fidelity(
        checks, correlation, LEAST_CORRELATION, sameCourier(), failures.isEmpty(), failures);
  }

  private Check check(Measure measure) {
    Tolerance tolerance = tolerance(measure);
    Double real = boxed(measures.of(measure, recorded));
    Double rerun = mean(values(measure, live));
    boolean near = real != null && rerun != null && Math.abs(rerun - real) <= tolerance.of(real);
    return new Check(
        measure, real, rerun, tolerance.of(real == null ? 0 : real), tolerance.key(), near);
  }

  private static String failure(Check check) {
    return "%s: re-run it differs by more than the tolerance"
        .formatted(Words.name(check.measure()));
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private @Nullable Double correlation() {
    Map<OrderId, Double> real = clickToDoor(List.of(recorded));
    Map<OrderId, Double> rerun = clickToDoor(live);
    List<OrderId> both =
        real.keySet().stream()
            .filter(rerun::containsKey)
            .sorted(Comparator.comparing(OrderId::value))
            .toList();
    if (both.size() < FEWEST_ORDERS) {
      return null;
    }
    double[] one = both.stream().mapToDouble(id -> real.getOrDefault(id, 0.0)).toArray();
    double[] other = both.stream().mapToDouble(id -> rerun.getOrDefault(id, 0.0)).toArray();
    return pearson(one, other);
  }

  /// Of each order, its mean over the runs in which it was delivered.
  private Map<OrderId, Double> clickToDoor(List<List<Fared>> runs) {
    return runs.stream()
        .flatMap(run -> measures.counted(run).stream())
        .filter(Fared::isDelivered)
        .collect(
            Collectors.groupingBy(Fared::orderId, Collectors.averagingDouble(Fared::clickToDoor)));
  }

  private static double pearson(double[] one, double[] other) {
    double meanOne = Arrays.stream(one).average().orElse(0);
    double meanOther = Arrays.stream(other).average().orElse(0);
    double both = 0;
    double squaresOne = 0;
    double squaresOther = 0;
    for (int i = 0; i < one.length; i++) {
      both += (one[i] - meanOne) * (other[i] - meanOther);
      squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
      squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
    }
    double all = Math.sqrt(squaresOne * squaresOther);
    return all == 0 ? 0 : both / all;
  }

  private double sameCourier() {
    Map<OrderId, Fared> real =
        measures.counted(recorded).stream()
            .filter(Fared::isDelivered)
            .collect(Collectors.toMap(Fared::orderId, Function.identity()));
    return live.stream()
        .flatMap(run -> run.stream())
        .filter(each -> each.isDelivered() && real.containsKey(each.orderId()))
        .mapToDouble(each -> isSameCourier(each, real.get(each.orderId())) ? 1 : 0)
        .average()
        .orElse(0);
  }

  private static boolean isSameCourier(Fared one, @Nullable Fared other) {
    return other != null && Objects.equals(one.courierId(), other.courierId());
  }

  /// @param baseline runs by seed
  /// @param candidate runs by seed, as many
  public List<Comparison> comparison(
      List<List<Fared>> baseline, List<List<Fared>> candidate, Fidelity fidelity) {
    return fidelity.checks().stream()
        .map(
            check -> compare(check.measure(), baseline, candidate, fidelity.good() && check.good()))
        .toList();
  }

  private Comparison compare(
      Measure measure, List<List<Fared>> baseline, List<List<Fared>> candidate, boolean believed) {
    List<OptionalDouble> ours = values(measure, baseline);
    List<OptionalDouble> theirs = values(measure, candidate);
    double[] differences =
        IntStream.range(0, ours.size())
            .filter(i -> ours.get(i).isPresent() && theirs.get(i).isPresent())
            .mapToDouble(i -> theirs.get(i).getAsDouble() - ours.get(i).getAsDouble())
            .toArray();
    if (differences.length < 2) {
      return new Comparison(measure, mean(ours), mean(theirs), null, null, null, null);
    }
    Interval interval = Interval.of(differences);
    return new Comparison(
        measure,
        mean(ours),
        mean(theirs),
        interval.mean(),
        interval.low(),
        interval.high(),
        believed ? better(interval) : null);
  }

  private static Better better(Interval difference) {
    if (difference.isBelowZero()) {
      return Better.CANDIDATE;
    }
    return difference.isAboveZero() ? Better.BASELINE : Better.NEITHER;
  }

  private List<OptionalDouble> values(Measure measure, List<List<Fared>> runs) {
    return runs.stream().map(run -> measures.of(measure, run)).toList();
  }

  private static @Nullable Double mean(List<OptionalDouble> values) {
    return boxed(
        values.stream()
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .average());
  }

  /// By what customers notice first: whether the order comes, and how soon. One that speaks against
  /// the other leaves it open.
  public static Better better(List<Comparison> comparison) {
    List<Better> said =
        comparison.stream()
            .filter(each -> each.measure() == CLICK_TO_DOOR || each.measure() == UNDELIVERED)
            .map(Comparison::better)
            .filter(Objects::nonNull)
            .filter(each -> each != Better.NEITHER)
            .distinct()
            .toList();
    return said.size() == 1 ? said.getFirst() : Better.NEITHER;
  }
}
