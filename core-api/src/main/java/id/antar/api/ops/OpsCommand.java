package id.antar.api.ops;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Long work that an operator starts; its progress is read with [OpsQuery.GetJob].
public sealed interface OpsCommand {
  JobId jobId();

  /// Builds projections anew from the events, beside the live ones, and compares row by row. Unless
  /// `verifyOnly`, the new ones then take the live ones' place.
  ///
  /// @param projections their names; all of them if there are none
  record RebuildProjections(JobId jobId, List<String> projections, boolean verifyOnly)
      implements OpsCommand {
    public RebuildProjections {
      projections = List.copyOf(projections);
    }
  }

  /// Builds one projection anew as it was at a moment, beside everything else, and leaves its rows
  /// as the job's result.
  ///
  /// @param until events that were recorded later are left out
  record ReplayProjection(JobId jobId, String projection, Instant until) implements OpsCommand {}

  /// Plans every recorded dispatch decision again and compares byte for byte.
  record VerifyDecisions(JobId jobId) implements OpsCommand {}

  /// Puts a new master key in the place of the old one and wraps every person's key by it.
  record RotateMasterKey(JobId jobId) implements OpsCommand {}

  /// Handles a view's parked events again, oldest first.
  ///
  /// @param letterId only this one's sequence
  record RetryDeadLetters(JobId jobId, String processor, @Nullable String letterId)
      implements OpsCommand {}

  /// The same with those of a process, whose processor is somewhere else.
  ///
  /// @param letterId only this one's sequence
  record RetryProcessLetters(JobId jobId, String processor, @Nullable String letterId)
      implements OpsCommand {}

  /// Says what handling a view's parked events again would change, and changes nothing.
  ///
  /// @param letterId only this one's sequence
  record TryDeadLetters(JobId jobId, String processor, @Nullable String letterId)
      implements OpsCommand {}

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
