package id.antar.dispatch.live;

import id.antar.api.dispatch.ZoneId;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import id.antar.dispatch.learned.LearnedTimes;
import id.antar.dispatch.live.Planning.Planned;
import id.antar.dispatch.plan.DispatchPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Plans for a board as it was, under any policy, as a round of the live one would: with the same
/// streets, experience and time to improve. Nothing of it is sent.
final class Trying {

  private final ZoneId zone;
  private final MeasureTravel travel;
  private final LearnedTimes learned;
  private final Duration budget;

  /// @param budget of improvement, in real time
  Trying(ZoneId zone, MeasureTravel travel, LearnedTimes learned, Duration budget) {
    this.zone = zone;
    this.travel = travel;
    this.learned = learned;
    this.budget = budget;
  }

  Planned plan(DispatchPolicy policy, BoardSnapshot board, List<Fix> seen, Instant now) {
    var fleet = new FleetIndex(Duration.ofSeconds(policy.fixMaxAge()));
    seen.forEach(fleet::update);
    var survey = new Survey(zone, () -> policy, fleet, travel, learned);
    return Planning.plan(survey, budget, board, now);
  }
}
