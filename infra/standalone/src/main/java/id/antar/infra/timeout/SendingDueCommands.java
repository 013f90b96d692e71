package id.antar.infra.timeout;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.api.time.EngineClock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a command whose time has come, and again until it is answered. A refusal is an answer.
final class SendingDueCommands {
  private static final Logger LOG = LoggerFactory.getLogger(SendingDueCommands.class);
  private static final String NAME = "timeout";
  private static final String ACTOR = Actor.system("timeout").toString();
  private static final long PATIENCE_SECONDS = 30;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final int MOST_DOUBLINGS = 7;

  private final Supplier<CommandGateway> commands;
  private final EngineClock clock;

  SendingDueCommands(Supplier<CommandGateway> commands, EngineClock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  OneTimeTask<DueCommand> task() {
    return Tasks.oneTime(NAME, DueCommand.class)
        .onFailure(this::tryLater)
        .onDeadExecutionRevive()
        .execute((instance, _) -> send(instance.getId(), instance.getData()));
  }

  private void send(String timeoutId, DueCommand due) {
    try {
      Object answer =
          commands
              .get()
              .send(new GenericCommandMessage<>(due.command(), metaData(due)))
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (answer instanceof Receipt.Rejected(var reason)) {
        LOG.debug("{} is without object: {}", timeoutId, reason.detail());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while sending " + timeoutId + ".", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(timeoutId + " was not answered.", e);
    }
  }

  private static MetaData metaData(DueCommand due) {
    return MetaData.from(due.trail()).and(MetaKeys.ACTOR, ACTOR);
  }

  /// Pauses are real time: what is down does not come back sooner because the clock runs faster.
  private void tryLater(ExecutionComplete failed, ExecutionOperations<DueCommand> operations) {
    int failures = failed.getExecution().consecutiveFailures;
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    long engineNanos = (long) (pause.toNanos() * clock.speed());
    operations.reschedule(failed, clock.instant().plusNanos(engineNanos));
  }
}
