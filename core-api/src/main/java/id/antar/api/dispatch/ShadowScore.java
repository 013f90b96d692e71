package id.antar.api.dispatch;

import org.jspecify.annotations.Nullable;

/// How a candidate's plans compare with the live policy's, round by round, each from the same
/// situation. An order counts in every round that saw it. What both foretell is foretold by the
/// same streets and the same experience. Spans and costs are in seconds.
///
/// @param rounds that both planned
/// @param skipped live rounds that the candidate was too late for
/// @param failed rounds that the candidate could not plan
/// @param orders in them, one by one
/// @param both how many of these have a courier in both plans
/// @param sameCourier of [#both], with the same courier
public record ShadowScore(
    long rounds,
    long skipped,
    long failed,
    long orders,
    long both,
    long onlyLive,
    long onlyCandidate,
    long sameCourier,
    Side live,
    Side candidate) {

  public static final ShadowScore NONE =
      new ShadowScore(0, 0, 0, 0, 0, 0, 0, 0, Side.NONE, Side.NONE);

  /// What one of the two says. Means are absent where there is nothing to take them of.
  ///
  /// @param toldNow offers and amendments that its rounds would send; of the candidate nothing is
  /// @param clickToDoor placed to foretold at the door, mean over the orders of `both`
  /// @param lateness beyond the live policy's target, mean over the same
  /// @param road driving per order planned
  /// @param costByLive of a round's plan, by the live policy's weights
  /// @param costByCandidate of the same plan, by the candidate's weights
  /// @param planningMillis real time that a round took
  public record Side(
      long toldNow,
      @Nullable Double clickToDoor,
      @Nullable Double lateness,
      @Nullable Double road,
      @Nullable Double costByLive,
      @Nullable Double costByCandidate,
      @Nullable Double planningMillis) {

    public static final Side NONE = new Side(0, null, null, null, null, null, null);
  }
}
