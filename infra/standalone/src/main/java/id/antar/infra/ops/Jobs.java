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
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last jobs of all processes, and those that this one works on. While a process works on one
/// it says so in the database; what ran when its process ended has failed.
final class Jobs implements StartJob, JobFiles, KeepsPersonal, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final int KEPT = 200;
  private static final int TRIES = 60;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final JobTable table;
  private final JobFolder folder;
  private final String owner;
  private final Map<JobId, Job> running = new LinkedHashMap<>();
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("jobs").factory());

  /// @param owner what this process is called, before and after a restart
  /// @param beat how often it says what it works on
  Jobs(InstantSource clock, JobTable table, JobFolder folder, String owner, Duration beat) {
    this.clock = clock;
    this.table = table;
    this.folder = folder;
    this.owner = owner;
    folder.clear();
    table.interrupt(owner, this::interrupted);
    var _ =
        beats.scheduleWithFixedDelay(
            this::beat, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
  }

  private JobView interrupted(JobView job) {
    List<String> findings = new ArrayList<>(job.findings());
    findings.add("The engine ended before the job did.");
    return new JobView(
        job.jobId(),
        job.kind(),
        job.startedBy(),
        State.FAILED,
        job.done(),
        job.total(),
        job.summary(),
        findings,
        job.startedAt(),
        clock.instant(),
        null);
  }

  @Override
  public synchronized void start(
      JobId jobId, String kind, String startedBy, Consumer<JobProgress> work) {
    var job = new Job(jobId, kind, startedBy, clock.instant(), folder);
    if (table.begin(owner, job.view())) {
      running.put(jobId, job);
      Thread.ofVirtual().name("job-" + kind).start(() -> run(jobId, job, kind, work));
    }
  }

  private void run(JobId jobId, Job job, String kind, Consumer<JobProgress> work) {
    try {
      work.accept(job);
    } catch (CancellationException _) {
      job.cancel();
    } catch (RuntimeException | Error e) {
      LOG.error("The job {} failed.", kind, e);
      job.breakOff("It failed: " + e + ". The engine's log tells more.");
    }
    for (int tries = 1; !isEnded(jobId, job, kind) && tries < TRIES && pauses(); tries++) {}
    forget(jobId);
  }

  /// The database may be away for a moment; until it is written down the job counts as running.
  private boolean isEnded(JobId jobId, Job job, String kind) {
    try {
      end(jobId, job);
      return true;
    } catch (RuntimeException e) {
      LOG.error("How the job {} ended could not be written down.", kind, e);
      return false;
    }
  }

  private boolean pauses() {
    try {
      return !beats.awaitTermination(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Somebody who cancels it comes before this or finds it ended.
  private void end(JobId jobId, Job job) {
    Long length = kept(job);
    end(job, length);
    if (length != null && job.view().result() == null) {
      table.deleteResult(jobId);
    }
    table.deleteOld(KEPT);
  }

  private synchronized void end(Job job, @Nullable Long length) {
    job.end(clock.instant());
    if (!table.end(owner, job.view(), job.view().result() == null ? null : length)) {
      job.cancel();
      job.end(clock.instant());
      boolean _ = table.end(owner, job.view(), null);
    }
  }

  private @Nullable Long kept(Job job) {
    JobView view = job.view();
    Path file = view.result() == null ? null : folder.result(view.jobId(), view.result());
    return file == null || !Files.exists(file) ? null : table.keep(view.jobId(), file);
  }

  private void forget(JobId jobId) {
    synchronized (this) {
      var _ = running.remove(jobId);
    }
    folder.delete(jobId);
  }

  private synchronized List<Job> running() {
    return List.copyOf(running.values());
  }

  private void beat() {
    for (Job job : running()) {
      try {
        if (!table.heardOf(owner, job.view()) && running().contains(job)) {
          job.cancel();
        }
      } catch (RuntimeException e) {
        LOG.warn("How far a job is cannot be written down now: {}", e.toString());
      }
    }
  }

  /// Wherever it runs: there it is seen at the next beat.
  void cancel(JobId jobId) {
    table.cancel(jobId);
    here(jobId).ifPresent(Job::cancel);
  }

  private synchronized Optional<Job> here(JobId jobId) {
    return Optional.ofNullable(running.get(jobId));
  }

  Optional<JobView> view(JobId jobId) {
    table.interruptSilent(owner, this::interrupted);
    return table.find(jobId).map(this::latest);
  }

  /// The latest first; those that run before all others.
  List<JobView> list(int limit) {
    table.interruptSilent(owner, this::interrupted);
    return table.list(limit).stream().map(this::latest).toList();
  }

  private JobView latest(JobView written) {
    return written.state() == State.RUNNING
        ? here(written.jobId())
            .map(Job::view)
            .filter(it -> it.state() == State.RUNNING)
            .orElse(written)
        : written;
  }

  @Override
  public OptionalLong length(JobId jobId) {
    return table.length(jobId);
  }

  @Override
  public Optional<byte[]> piece(JobId jobId, long number) {
    return table.piece(jobId, number);
  }

  /// Whose data is in which result is not known, so all that hold any go. Every process does this:
  /// a job that is about to end is met in its own.
  @Override
  public synchronized void forget(PersonId person) {
    running.values().stream().filter(job -> isPersonal(job.view())).forEach(Job::cancel);
    table.deletePersonalResults();
  }

  private static boolean isPersonal(JobView job) {
    return job.result() != null && job.result().personal();
  }

  @Override
  public void close() {
    beats.shutdownNow();
  }
}
