package id.antar.api.dispatch;

import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Query;
import java.util.List;

/// Questions about what the dispatcher has learned from the orders before.
public sealed interface LearnedQuery<R> extends Query<R> {

  record GetLearned() implements LearnedQuery<LearnedReport> {
    @Override
    public Class<LearnedReport> answer() {
      return LearnedReport.class;
    }
  }

  /// What is learned.
  enum Kind {
    /// How much later than first promised a merchant's order is ready.
    READY_TIME,
    /// The same against a promise that the merchant has corrected.
    REVISED_READY_TIME,
    /// From when courier and order are both there to the pickup.
    PICKUP_SERVICE,
    /// From the arrival at the door to the drop-off.
    DROPOFF_SERVICE
  }

  /// @param accuracy one entry per kind that was observed
  /// @param latestMerchants the merchants that are late the most, latest first; at most 20
  record LearnedReport(List<Accuracy> accuracy, List<MerchantLateness> latestMerchants) {
    public LearnedReport {
      accuracy = List.copyOf(accuracy);
      latestMerchants = List.copyOf(latestMerchants);
    }
  }

  /// How well the observations were foretold before they were learned from.
  ///
  /// @param learnedErrorSeconds mean absolute error of what had been learned until then
  /// @param constantErrorSeconds mean absolute error of the promise as it was given, or of the
  ///   policy's constant
  record Accuracy(
      Kind kind, long observations, double learnedErrorSeconds, double constantErrorSeconds) {}

  /// @param observations that the merchant's estimate rests on; those of others stand behind them
  /// @param latenessSeconds half of the orders are ready this much after the promise, or sooner
  /// @param spreadSeconds two thirds of the orders are ready within about this much of that
  record MerchantLateness(
      MerchantId merchantId, int observations, int latenessSeconds, int spreadSeconds) {}
}
