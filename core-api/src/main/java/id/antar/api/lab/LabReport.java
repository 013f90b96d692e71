package id.antar.api.lab;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the policy lab found out about a window: the live policy as it really went and as its
/// re-runs went, and another policy's re-runs beside it. The same window, policies and seeds give
/// the same report. Durations are in seconds, distances in metres, money in minor units.
///
/// @param live the policy that decided in the window
/// @param baseline what the candidate is compared with: the live policy, unless another was named
/// @param start runs begin here, so that the window's first orders meet busy couriers
/// @param seeds pairs of runs
/// @param fidelity how near the live policy's re-runs come to what happened
/// @param ranked whether the re-runs are near enough to be believed; if not, `verdict` says why
/// @param verdict in one sentence
/// @param assumptions what was assumed, and what was left out; one sentence each
public record LabReport(
    Instant from,
    Instant to,
    Instant start,
    String zone,
    List<String> mapVersions,
    String plannerVersion,
    Policy live,
    Policy baseline,
    Policy candidate,
    int seeds,
    Window window,
    Fidelity fidelity,
    List<Comparison> comparison,
    boolean ranked,
    Better better,
    String verdict,
    List<String> assumptions) {

  public LabReport {
    mapVersions = List.copyOf(mapVersions);
    comparison = List.copyOf(comparison);
    assumptions = List.copyOf(assumptions);
  }

  /// @param numbers all of the policy's, as JSON
  public record Policy(String version, String numbers) {}

  /// @param orders placed in the window and compared
  /// @param calledOff by customers, merchants or operators, or not taken at the door: they take
  ///   couriers' time on both sides, and are in no measure
  /// @param forgotten left out, because nobody knows their doors any more
  /// @param unconfirmed never came to dispatch
  /// @param shifts of couriers in the runs
  /// @param unseen shifts left out, because nobody knows where the courier was
  /// @param offers that the couriers' behaviour was learned from
  /// @param acceptance share of offers accepted
  /// @param pace what couriers needed on the road, against the map's time
  public record Window(
      int orders,
      int calledOff,
      int forgotten,
      int unconfirmed,
      int shifts,
      int unseen,
      int offers,
      double acceptance,
      double pace) {}

  /// @param correlation of the orders' click-to-door, real and re-run; absent with too few orders
  /// @param sameCourier share of the orders that the same courier delivered, mean of the runs
  /// @param failures which checks fail, in words; the re-runs are good if there are none
  public record Fidelity(
      List<Check> checks,
      @Nullable Double correlation,
      double leastCorrelation,
      double sameCourier,
      boolean good,
      List<String> failures) {
    public Fidelity {
      checks = List.copyOf(checks);
      failures = List.copyOf(failures);
    }
  }

  /// @param recorded as it went; absent where nothing was recorded
  /// @param rerun mean of the live policy's runs
  /// @param tolerance how far the two may be apart
  /// @param key without it nothing is ranked; otherwise only this measure is not
  public record Check(
      Measure measure,
      @Nullable Double recorded,
      @Nullable Double rerun,
      double tolerance,
      boolean key,
      boolean good) {}

  /// @param baseline mean over the runs
  /// @param candidate mean over the runs
  /// @param difference candidate less baseline, pair by pair: its mean
  /// @param low 95 % confidence interval of that mean, by Student's t over the seeds
  /// @param better absent where the measure's re-runs cannot be believed
  public record Comparison(
      Measure measure,
      @Nullable Double baseline,
      @Nullable Double candidate,
      @Nullable Double difference,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Better better) {}

  /// Which of the two is.
  public enum Better {
    CANDIDATE,
    BASELINE,
    /// The interval holds zero, or what speaks for the one and the other does not agree.
    NEITHER
  }

  /// Less is better of each.
  public enum Measure {
    /// Placed to delivered, mean, in seconds.
    CLICK_TO_DOOR,
    /// Its 90th percentile.
    CLICK_TO_DOOR_90,
    /// Ready to picked up, mean, in seconds.
    READY_TO_PICKUP,
    /// Click-to-door beyond the live policy's target, mean over all delivered orders, in seconds.
    LATENESS,
    /// Orders never delivered, per hundred.
    UNDELIVERED,
    /// Couriers at merchants before the order was ready, in seconds per delivered order.
    COURIER_WAITING,
    /// On the road, in metres per delivered order.
    DISTANCE,
    /// Standard deviation between couriers of what they earned per hour on shift, in minor units.
    EARNINGS_SPREAD
  }
}
