package id.antar.infra.ops;

import id.antar.api.message.Receipt;
import id.antar.api.ops.JobId;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.OpsRejection.UnknownDeadLetter;
import id.antar.api.ops.StartJob;
import id.antar.infra.ops.DeadLetterTable.Place;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Jobs that handle parked events again.
final class Retries {
  private final StartJob jobs;
  private final DeadLetterTable table;
  private final ParkedEvents parked;

  Retries(StartJob jobs, DeadLetterTable table, ParkedEvents parked) {
    this.jobs = jobs;
    this.table = table;
    this.parked = parked;
  }

  interface Before {
    /// @return whether the processor's parked events can be handled here; why not is a finding
    boolean run(String processor, JobProgress progress);
  }

  /// @param letterId whose sequence alone; of all if absent
  Receipt start(
      JobId jobId, String processor, @Nullable String letterId, String actor, Before before) {
    if (letterId == null) {
      start(jobId, actor, processor, before, progress -> parked.retryAll(processor, progress));
      return Receipt.accepted();
    }
    Optional<Place> place = table.place(letterId).filter(it -> it.processor().equals(processor));
    place.ifPresent(it ->
        start(jobId, actor, processor, before, progress -> parked.retry(processor, it, progress)));
    return place.isPresent()
        ? Receipt.accepted()
        : Receipt.rejected(new UnknownDeadLetter(letterId));
  }

  private interface Retry {
    void run(JobProgress progress);
  }

  private void start(JobId jobId, String actor, String processor, Before before, Retry retry) {
    jobs.start(
        jobId,
        "retry-dead-letters",
        actor,
        progress -> {
          if (before.run(processor, progress)) {
            retry.run(progress);
          }
        });
  }
}
