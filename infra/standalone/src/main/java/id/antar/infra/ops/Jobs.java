package id.antar.infra.ops;

import id.antar.api.ops.JobFiles;
import id.antar.api.ops.JobId;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.OpsQuery.JobView;
import id.antar.api.ops.OpsQuery.JobView.State;
import id.antar.api.ops.StartJob;
import id.antar.api.person.PersonId;
import id.antar.infra.personal.KeepsPersonal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last jobs of this work folder. What ran when its engine ended has failed.
final class Jobs implements StartJob, JobFiles, KeepsPersonal {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final int KEPT = 200;

  private final InstantSource clock;
  private final JobFolder folder;
  private final Map<JobId, JobView> ended = new LinkedHashMap<>();
  private final Map<JobId, Job> running = new LinkedHashMap<>();

  Jobs(InstantSource clock, JobFolder folder) {
    this.clock = clock;
    this.folder = folder;
    folder.read().forEach(job -> keep(job.state() == State.RUNNING ? interrupted(job) : job));
  }

  private JobView interrupted(JobView job) {
    var orphan = new Job(job.jobId(), job.kind(), job.startedBy(), job.startedAt(), folder);
    orphan.breakOff("The engine ended before the job did.");
    orphan.end(clock.instant());
    folder.delete(job.jobId());
    return orphan.view();
  }

  @Override
  public synchronized void start(
      JobId jobId, String kind, String startedBy, Consumer<JobProgress> work) {
    if (running.containsKey(jobId) || ended.containsKey(jobId)) {
      return;
    }
    var job = new Job(jobId, kind, startedBy, clock.instant(), folder);
    folder.write(job.view());
    running.put(jobId, job);
    Thread.ofVirtual().name("job-" + kind).start(() -> run(jobId, job, kind, work));
  }

  private void run(JobId jobId, Job job, String kind, Consumer<JobProgress> work) {
    try {
      work.accept(job);
    } catch (CancellationException _) {
      job.cancel();
    } catch (RuntimeException | Error e) {
      LOG.error("The job {} failed.", kind, e);
      job.breakOff("It failed: " + e + ". The engine's log tells more.");
    } finally {
      end(jobId, job);
    }
  }

  /// Whoever cancels it comes before this or finds it ended.
  private synchronized void end(JobId jobId, Job job) {
    job.end(clock.instant());
    JobView view = job.view();
    var _ = running.remove(jobId);
    if (view.result() == null) {
      folder.delete(jobId);
    }
    keep(view);
  }

  private void keep(JobView job) {
    ended.put(job.jobId(), job);
    folder.write(job);
    if (ended.size() > KEPT) {
      JobId oldest = ended.keySet().iterator().next();
      ended.remove(oldest);
      folder.delete(oldest);
    }
  }

  synchronized void cancel(JobId jobId) {
    Job job = running.get(jobId);
    if (job != null) {
      job.cancel();
    }
  }

  synchronized Optional<JobView> view(JobId jobId) {
    Job job = running.get(jobId);
    return job == null ? Optional.ofNullable(ended.get(jobId)) : Optional.of(job.view());
  }

  /// The latest first; those that run before all others.
  synchronized List<JobView> list(int limit) {
    var all = new ArrayList<>(ended.values());
    running.values().forEach(job -> all.add(job.view()));
    return all.reversed().stream().limit(limit).toList();
  }

  @Override
  public Optional<Path> find(JobId jobId) {
    return view(jobId)
        .filter(job -> job.state() != State.RUNNING)
        .flatMap(job -> Optional.ofNullable(job.result()).map(it -> folder.result(jobId, it)))
        .filter(Files::exists);
  }

  /// Whose data is in which result is not known, so all that hold any go.
  @Override
  public synchronized void forget(PersonId person) {
    running.values().stream().filter(job -> isPersonal(job.view())).forEach(Job::cancel);
    ended.values().stream().filter(Jobs::isPersonal).forEach(folder::deleteResult);
  }

  private static boolean isPersonal(JobView job) {
    return job.result() != null && job.result().personal();
  }
}
