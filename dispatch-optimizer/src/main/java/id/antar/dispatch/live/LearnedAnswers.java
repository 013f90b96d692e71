package id.antar.dispatch.live;

import id.antar.api.dispatch.LearnedQuery.GetLearned;
import id.antar.api.dispatch.LearnedQuery.LearnedReport;
import id.antar.dispatch.learned.LearnedTimes;
import org.axonframework.queryhandling.QueryHandler;

/// Answers what others ask about what was learned.
final class LearnedAnswers {

  private final LearnedTimes times;

  LearnedAnswers(LearnedTimes times) {
    this.times = times;
  }

  @QueryHandler
  LearnedReport on(GetLearned query) {
    return times.report();
  }
}
