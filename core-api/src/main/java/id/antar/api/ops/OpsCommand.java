package id.antar.api.ops;

import java.util.List;

/// Long work that an operator starts; its progress is read with [OpsQuery.GetJob].
public sealed interface OpsCommand {
  JobId jobId();

  /// Builds every projection anew from the events, beside the live ones, and compares row by row.
  /// Unless `verifyOnly`, the new ones then take the live ones' place.
  record RebuildProjections(JobId jobId, boolean verifyOnly) implements OpsCommand {}

  /// Plans every recorded dispatch decision again and compares byte for byte.
  record VerifyDecisions(JobId jobId) implements OpsCommand {}

  /// Puts a new master key in the place of the old one and wraps every person's key by it.
  record RotateMasterKey(JobId jobId) implements OpsCommand {}

  /// Handles a processor's parked events again, oldest first.
  record RetryDeadLetters(JobId jobId, String processor) implements OpsCommand {}

  /// Reads the stored events and says the first one that is not as it was chained.
  ///
  /// @param since a checkpoint's number: what it covers is trusted; 0 reads everything
  /// @param known checkpoints that were kept elsewhere, which the chain has to come through
  record VerifyLog(JobId jobId, long since, List<LogCheckpoint> known) implements OpsCommand {
    public VerifyLog {
      known = List.copyOf(known);
    }
  }

  /// Asks a job to stop. One that has ended stays as it is.
  record CancelJob(JobId jobId) implements OpsCommand {}
}
