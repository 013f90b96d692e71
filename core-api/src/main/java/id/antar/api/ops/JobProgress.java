package id.antar.api.ops;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/// Where long work tells how far it is. Safe to call from any thread.
public interface JobProgress {

  void total(long units);

  /// @throws CancellationException if the work is no longer wanted; it stops where it is and leaves
  ///   nothing half done behind
  void advance(long units);

  void summary(String line);

  /// Something that is wrong; makes the job fail at its end.
  void finding(String line);

  /// Where to write the one file that the work leaves, which can be fetched once the work has come
  /// to its end, whatever it has found. It is kept as long as the job is known.
  Path result(JobResult result);
}
