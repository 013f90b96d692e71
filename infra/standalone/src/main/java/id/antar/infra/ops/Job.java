package id.antar.infra.ops;

import id.antar.api.ops.JobId;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.JobResult;
import id.antar.api.ops.OpsQuery.JobView;
import id.antar.api.ops.OpsQuery.JobView.State;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// One run of long work, as it tells of itself.
final class Job implements JobProgress {
  private static final int MAX_FINDINGS = 1_000;

  private final JobId jobId;
  private final String kind;
  private final String startedBy;
  private final Instant startedAt;
  private final JobFolder folder;
  private final List<String> summary = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private long untold;
  private long total;
  private long done;
  private boolean unwanted;
  private State state = State.RUNNING;
  private @Nullable Instant endedAt;
  private @Nullable JobResult result;

  Job(JobId jobId, String kind, String startedBy, Instant startedAt, JobFolder folder) {
    this.jobId = jobId;
    this.kind = kind;
    this.startedBy = startedBy;
    this.startedAt = startedAt;
    this.folder = folder;
  }

  @Override
  public synchronized void total(long units) {
    total = units;
  }

  @Override
  public synchronized void advance(long units) {
    done += units;
    if (unwanted) {
      throw new CancellationException("The job is not wanted any more.");
    }
  }

  @Override
  public synchronized void summary(String line) {
    summary.add(line);
  }

  @Override
  public synchronized void finding(String line) {
    if (findings.size() < MAX_FINDINGS) {
      findings.add(line);
    } else {
      untold++;
    }
  }

  @Override
  public synchronized Path result(JobResult wanted) {
    result = wanted;
    return folder.result(jobId, wanted);
  }

  /// It did not come to its end, so that what it was about to leave is not kept.
  synchronized void breakOff(String why) {
    finding(why);
    result = null;
  }

  synchronized void cancel() {
    unwanted = true;
  }

  /// What it was about to leave is not kept if it is not wanted any more.
  synchronized void end(Instant at) {
    endedAt = at;
    if (unwanted) {
      state = State.CANCELLED;
      result = null;
    } else {
      state = findings.isEmpty() ? State.SUCCEEDED : State.FAILED;
    }
  }

  synchronized JobView view() {
    List<String> told = new ArrayList<>(findings);
    if (untold > 0) {
      told.add("and " + untold + " more");
    }
    return new JobView(
        jobId, kind, startedBy, state, done, total, summary, told, startedAt, endedAt, result);
  }
}
