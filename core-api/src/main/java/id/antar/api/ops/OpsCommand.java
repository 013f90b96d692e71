package id.antar.api.ops;

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

  /// Asks a job to stop. One that has ended stays as it is.
  record CancelJob(JobId jobId) implements OpsCommand {}
}
