package id.antar.infra.messages;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;

/// Sends a command again when it met another one at its aggregate, or when the database stumbled:
/// soon at first, then later, never for anything else. Least of all if it may have been done.
final class ConflictRetry implements RetryScheduler {
  private static final int ATTEMPTS = 6;
  private static final int FIRST_PAUSE_MILLIS = 5;

  private final ScheduledExecutorService executor;

  ConflictRetry(ScheduledExecutorService executor) {
    this.executor = executor;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public boolean scheduleRetry(
      CommandMessage command,
      RuntimeException lastFailure,
      List<Class<? extends Throwable>[]> failures,
      Runnable dispatch) {
    boolean passes = Infrastructure.isConflict(lastFailure) || Infrastructure.isDown(lastFailure);
    if (!passes || Infrastructure.isUncertain(lastFailure) || failures.size() >= ATTEMPTS) {
      return false;
    }
    int pause = FIRST_PAUSE_MILLIS << (2 * (failures.size() - 1));
    int jitter = ThreadLocalRandom.current().nextInt(pause);
    var _ = executor.schedule(dispatch, pause + jitter, TimeUnit.MILLISECONDS);
    return true;
  }
}
