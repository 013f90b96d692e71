package id.antar.api.ops;

import java.util.Optional;
import java.util.OptionalLong;

/// What jobs have left, wherever they ran, in pieces.
public interface JobFiles {

  /// Bytes of each piece but the last, which may have fewer.
  int PIECE = 64 * 1024;

  /// Of the result of a job that has come to its end, in bytes, unless it was deleted since.
  OptionalLong length(JobId jobId);

  /// @param number from 0 on
  /// @return empty if the result was deleted since
  Optional<byte[]> piece(JobId jobId, long number);
}
