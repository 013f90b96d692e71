package id.antar.dispatch.live;

import id.antar.api.dispatch.LearnedQuery.GetLearned;
import id.antar.api.dispatch.LearnedQuery.LearnedReport;
import id.antar.dispatch.learned.LearnedTimes;
import org.axonframework.queryhandling.QueryHandler;

/// Answers what others ask about what was learned.
final class LearnedAnswers {

  private final LearnedTimes times;
  private final Runnable requireHere;

  /// @param requireHere throws where another dispatcher plans the zone: it alone has all of them
  LearnedAnswers(LearnedTimes times, Runnable requireHere) {
    this.times = times;
    this.requireHere = requireHere;
  }

  @QueryHandler
  LearnedReport on(GetLearned query) {
    requireHere.run();
    return times.report();
  }
}
