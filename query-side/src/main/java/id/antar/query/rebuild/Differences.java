package id.antar.query.rebuild;

import id.antar.api.account.Permission;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.JobResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows that differ, as the one file of a rebuild: a row a line. There is none if none differs.
final class Differences implements AutoCloseable {

  /// Of each projection; some thousand bytes each.
  static final int KEPT = 1_000;

  private static final JobResult RESULT =
      new JobResult("differences.ndjson", "application/x-ndjson", Permission.OPS_READ, false);

  private final JobProgress progress;
  private final RowText text = new RowText();
  private @Nullable BufferedWriter file;

  Differences(JobProgress progress) {
    this.progress = progress;
  }

  /// @param columns in which both rows differ; none if there is but one row
  record Line(
      String table,
      String key,
      List<String> columns,
      @Nullable Object live,
      @Nullable Object rebuilt) {}

  void add(Line line) {
    try {
      if (file == null) {
        file = Files.newBufferedWriter(progress.result(RESULT));
      }
      file.write(text.line(line));
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  private static UncheckedIOException notWritten(IOException e) {
    return new UncheckedIOException("The differences cannot be written.", e);
  }
}
