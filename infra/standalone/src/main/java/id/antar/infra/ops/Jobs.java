package id.antar.infra.ops;

import id.antar.api.ops.JobId;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.OpsQuery.JobView;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last jobs of this engine. Starting one twice under the same id starts it once.
final class Jobs {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final int KEPT = 200;

  private final InstantSource clock;
  private final LinkedHashMap<JobId, Job> jobs = new LinkedHashMap<>();

  Jobs(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void start(JobId jobId, String kind, Consumer<JobProgress> work) {
    if (jobs.containsKey(jobId)) {
      return;
    }
    var job = new Job(jobId, kind, clock.instant());
    jobs.put(jobId, job);
    if (jobs.size() > KEPT) {
      jobs.pollFirstEntry();
    }
    Thread.ofVirtual().name("job-" + kind).start(() -> run(job, kind, work));
  }

  private void run(Job job, String kind, Consumer<JobProgress> work) {
    try {
      work.accept(job);
    } catch (RuntimeException | Error e) {
      LOG.error("The job {} failed.", kind, e);
      job.finding("It failed: " + e + ". The engine's log tells more.");
    } finally {
      job.end(clock.instant());
    }
  }

  synchronized Optional<JobView> find(JobId jobId) {
    return Optional.ofNullable(jobs.get(jobId)).map(Job::view);
  }
}
