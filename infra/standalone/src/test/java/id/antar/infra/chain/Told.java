package id.antar.infra.chain;

import id.antar.api.ops.JobProgress;
import id.antar.api.ops.JobResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A job's progress, as a test reads it.
final class Told implements JobProgress {
  final List<String> findings = new ArrayList<>();
  final List<String> summary = new ArrayList<>();
  long done;

  @Override
  public void total(long units) {}

  @Override
  public void advance(long units) {
    done += units;
  }

  @Override
  public void summary(String line) {
    summary.add(line);
  }

  @Override
  public Path result(JobResult result) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void finding(String line) {
    findings.add(line);
  }
}
