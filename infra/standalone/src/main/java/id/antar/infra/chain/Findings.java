package id.antar.infra.chain;

import id.antar.api.ops.JobProgress;

/// What is wrong, in the order of the log; the first ones are told, the others counted.
final class Findings {
  private static final int TOLD = 20;

  private final JobProgress progress;
  private long count;

  Findings(JobProgress progress) {
    this.progress = progress;
  }

  void add(String line) {
    if (++count <= TOLD) {
      progress.finding(line);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  void end() {
    if (count > TOLD) {
      progress.finding((count - TOLD) + " more places are not as they were chained.");
    }
  }
}
