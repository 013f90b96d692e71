package id.antar.api.history;

import id.antar.api.ops.JobId;

/// Work on the past that takes long.
public sealed interface HistoryCommand {
  JobId jobId();

  /// Writes the events that a filter wants into one file, in the order of the log.
  ///
  /// @param personal whether to tell what is personal
  record ExportEvents(JobId jobId, Format format, EventFilter filter, boolean personal)
      implements HistoryCommand {}

  enum Format {
    /// One JSON object a line.
    NDJSON,
    CSV,
    PARQUET
  }
}
