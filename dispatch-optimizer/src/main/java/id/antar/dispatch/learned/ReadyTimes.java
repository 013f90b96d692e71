package id.antar.dispatch.learned;

import id.antar.api.dispatch.LearnedQuery.Kind;
import id.antar.api.merchant.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// When orders are ready, other than promised.
final class ReadyTimes {

  /// What is overdue is not expected sooner than in so many seconds.
  private static final int PATIENCE = 60;

  /// Nor later than in so many, and for so many at most beyond what is usual: a button may be
  /// forgotten, and an order that is always about to be ready would never be fetched.
  private static final int LONGEST_WAIT = 600;

  /// If fewer than one in so many orders were ever this late, experience says no more.
  private static final int RARE = 20;

  private final int constant;
  private final Function<String, Optional<Window>> observations;

  ReadyTimes(Constants constants, Function<String, Optional<Window>> observations) {
    this.constant = constants.lateness();
    this.observations = observations;
  }

  int lateness(Kind promise, MerchantId merchantId) {
    return belief(promise, merchantId).median();
  }

  int spread(Kind promise, MerchantId merchantId) {
    return belief(promise, merchantId).spread();
  }

  /// The estimate for an order that is not ready now. Once the order has waited longer than some of
  /// those before it, only the others are left to compare it with.
  Instant readyAt(Kind promise, MerchantId merchantId, Instant promised, Instant now) {
    long waited = Duration.between(promised, now).toSeconds();
    Belief belief = belief(promise, merchantId);
    return promised.plusSeconds(lateness(belief, waited));
  }

  private static long lateness(Belief belief, long waited) {
    int usual = belief.median();
    if (waited >= Math.max(0, usual) + LONGEST_WAIT) {
      return waited;
    }
    int compared = (int) Math.clamp(waited, -Observing.LONGEST, Observing.LONGEST);
    long expected =
        belief.beyond(compared) * RARE >= 1 ? belief.medianBeyond(compared) : waited + PATIENCE;
    long bounded = Math.min(expected, waited + LONGEST_WAIT);
    return usual > waited ? Math.max(usual, bounded) : Math.max(bounded, waited + PATIENCE);
  }

  private Belief belief(Kind promise, MerchantId merchantId) {
    return Belief.of(constant, Places.merchant(promise, merchantId), observations);
  }
}
