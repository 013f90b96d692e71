package id.antar.api.ops;

import java.nio.file.Path;
import java.util.Optional;

/// What jobs have left.
@FunctionalInterface
public interface JobFiles {

  /// The result of a job that has succeeded, unless it was deleted since.
  Optional<Path> find(JobId jobId);
}
