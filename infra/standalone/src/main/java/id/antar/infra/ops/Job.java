package id.antar.infra.ops;

import id.antar.api.ops.JobId;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.OpsQuery.JobView;
import id.antar.api.ops.OpsQuery.JobView.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run of long work, as it tells of itself.
final class Job implements JobProgress {
  private static final int MAX_FINDINGS = 100;

  private final JobId jobId;
  private final String kind;
  private final Instant startedAt;
  private final List<String> summary = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private long total;
  private long done;
  private @Nullable Instant endedAt;

  Job(JobId jobId, String kind, Instant startedAt) {
    this.jobId = jobId;
    this.kind = kind;
    this.startedAt = startedAt;
  }

  @Override
  public synchronized void total(long units) {
    total = units;
  }

  @Override
  public synchronized void advance(long units) {
    done += units;
  }

  @Override
  public synchronized void summary(String line) {
    summary.add(line);
  }

  @Override
  public synchronized void finding(String line) {
    if (findings.size() < MAX_FINDINGS) {
      findings.add(line);
    }
  }

  synchronized void end(Instant at) {
    endedAt = at;
  }

  synchronized JobView view() {
    return new JobView(jobId, kind, state(), done, total, summary, findings, startedAt, endedAt);
  }

  private State state() {
    if (endedAt == null) {
      return State.RUNNING;
    }
    return findings.isEmpty() ? State.SUCCEEDED : State.FAILED;
  }
}
