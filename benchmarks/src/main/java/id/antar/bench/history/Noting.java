package id.antar.bench.history;

import id.antar.api.ops.JobProgress;
import id.antar.api.ops.JobResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a job says of itself.
final class Noting implements JobProgress {

  private static final Pattern SECONDS = Pattern.compile(" in ([0-9.]+) s");

  private final List<String> summary = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();

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
    throw new UnsupportedOperationException("A rebuild has no file.");
  }

  List<String> lines() {
    return List.copyOf(summary);
  }

  /// How long the events took, by the job's own first line.
  double seconds() {
    Matcher found = SECONDS.matcher(summary.getFirst());
    if (!found.find()) {
      throw new IllegalStateException("There is no time in: " + summary);
    }
    return Double.parseDouble(found.group(1));
  }

  void requireNoFindings() {
    if (!findings.isEmpty()) {
      throw new IllegalStateException("The rebuild found: " + findings);
    }
  }
}
