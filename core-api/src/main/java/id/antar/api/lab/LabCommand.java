package id.antar.api.lab;

import id.antar.api.ops.JobId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What can be asked of the policy lab. Its runs are jobs.
public sealed interface LabCommand {
  JobId jobId();

  /// Runs a past window again under another policy.
  ///
  /// @param policy the candidate, as JSON
  /// @param baseline as JSON; the policy that was live in the window unless given
  /// @param seeds pairs of runs
  record RunLab(
      JobId jobId, Instant from, Instant to, String policy, @Nullable String baseline, int seeds)
      implements LabCommand {

    public static final int FEWEST_SEEDS = 3;
    public static final int MOST_SEEDS = 100;

    public RunLab {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("from (%s) is not before to (%s).".formatted(from, to));
      }
      if (seeds < FEWEST_SEEDS || seeds > MOST_SEEDS) {
        throw new IllegalArgumentException(
            "seeds (%d) is not %d to %d.".formatted(seeds, FEWEST_SEEDS, MOST_SEEDS));
      }
    }
  }
}
