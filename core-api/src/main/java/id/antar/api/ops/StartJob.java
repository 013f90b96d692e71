package id.antar.api.ops;

import java.util.function.Consumer;

/// Runs long work beside everything else. Starting one twice under the same id starts it once.
@FunctionalInterface
public interface StartJob {

  /// @param kind what it does, such as `rebuild-projections`
  /// @param startedBy the actor, who may cancel it
  void start(JobId jobId, String kind, String startedBy, Consumer<JobProgress> work);
}
