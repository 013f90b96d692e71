package id.antar.infra.timeout;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import id.antar.api.person.Personal;
import id.antar.command.process.Reacting;
import id.antar.command.timeout.ScheduleTimeout;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Puts timeouts where the scheduler finds them, in the transaction at hand if there is one, and
/// with what is known of where they come from: what the clock causes belongs to the same story.
final class StoredTimeouts implements ScheduleTimeout {
  private static final Logger LOG = LoggerFactory.getLogger(StoredTimeouts.class);

  private final SchedulerClient scheduler;
  private final OneTimeTask<DueCommand> task;
  private final TransactionOperations transactions;

  StoredTimeouts(
      SchedulerClient scheduler, OneTimeTask<DueCommand> task, TransactionOperations transactions) {
    this.scheduler = scheduler;
    this.task = task;
    this.transactions = transactions;
  }

  @Override
  public void schedule(String timeoutId, Instant dueAt, Object command) {
    var instance = task.instance(timeoutId, new DueCommand(command, trail()));
    transactions.executeWithoutResult(_ -> scheduler.scheduleIfNotExists(instance, dueAt));
  }

  @Override
  public void cancel(String timeoutId) {
    try {
      transactions.executeWithoutResult(_ -> scheduler.cancel(task.instance(timeoutId)));
    } catch (TaskInstanceException gone) {
      LOG.debug("{} is not there to be called off.", timeoutId, gone);
    }
  }

  /// Without what is personal: the clock sends no request from anywhere.
  private static Map<String, String> trail() {
    var trail = new HashMap<String, String>();
    Reacting.trail()
        .forEach((key, value) -> {
          if (!(value instanceof Personal<?>)) {
            trail.put(key, String.valueOf(value));
          }
        });
    return trail;
  }
}
