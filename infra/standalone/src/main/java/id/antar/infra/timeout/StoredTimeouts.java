package id.antar.infra.timeout;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import id.antar.api.person.Personal;
import id.antar.command.process.Reacting;
import id.antar.command.timeout.ScheduleTimeout;
import id.antar.infra.timeout.DueTable.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Puts timeouts where the scheduler finds them, in the transaction at hand if there is one, and
/// with what is known of where they come from: what the clock causes belongs to the same story.
/// Those of one batch of events are written together, when it is about to commit.
final class StoredTimeouts implements ScheduleTimeout {
  private static final Logger LOG = LoggerFactory.getLogger(StoredTimeouts.class);
  private static final String GATHERED = StoredTimeouts.class.getName();

  private final SchedulerClient scheduler;
  private final OneTimeTask<DueCommand> task;
  private final DueTable table;
  private final DueCommandJson json;
  private final TransactionOperations transactions;

  StoredTimeouts(
      SchedulerClient scheduler,
      OneTimeTask<DueCommand> task,
      DueTable table,
      DueCommandJson json,
      TransactionOperations transactions) {
    this.scheduler = scheduler;
    this.task = task;
    this.table = table;
    this.json = json;
    this.transactions = transactions;
  }

  @Override
  public void schedule(String timeoutId, Instant dueAt, Object command) {
    byte[] data = requireNonNull(json.serialize(new DueCommand(command, trail())));
    var due = Due.of(timeoutId, dueAt, data);
    if (CurrentUnitOfWork.isStarted()
        && TransactionSynchronizationManager.isActualTransactionActive()) {
      gathered().add(due);
    } else {
      transactions.executeWithoutResult(_ -> table.put(List.of(due)));
    }
  }

  private static List<Due> gathered(UnitOfWork<?> work) {
    return work.getOrDefaultResource(GATHERED, List.of());
  }

  private List<Due> gathered() {
    UnitOfWork<?> work = CurrentUnitOfWork.get().root();
    return work.getOrComputeResource(
        GATHERED,
        _ -> {
          work.onPrepareCommit(this::write);
          return new ArrayList<>();
        });
  }

  private void write(UnitOfWork<?> work) {
    List<Due> gathered = gathered(work);
    if (!gathered.isEmpty()) {
      table.put(gathered);
      gathered.clear();
    }
  }

  @Override
  public void cancel(String timeoutId) {
    CurrentUnitOfWork.ifStarted(work -> write(work.root()));
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
