package id.antar.query.rebuild;

import id.antar.api.ops.JobProgress;
import id.antar.api.ops.JobResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What work tells of itself.
final class Told implements JobProgress {

  final List<String> summary = new ArrayList<>();
  final List<String> findings = new ArrayList<>();
  private final Path folder;

  Told(Path folder) {
    this.folder = folder;
  }

  @Override
  public void total(long units) {}

  @Override
  public void advance(long units) {}

  @Override
  public void summary(String line) {
    summary.add(line);
  }

  @Override
  public void finding(String line) {
    findings.add(line);
  }

  @Override
  public Path result(JobResult result) {
    return folder.resolve(result.fileName());
  }
}
