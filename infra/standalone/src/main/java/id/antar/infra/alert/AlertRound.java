package id.antar.infra.alert;

import id.antar.api.alert.AlertCommand;
import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import id.antar.command.alert.watch.AlertWatch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One look and what follows from it. What stands is recalled after a start, after a failure, and
/// now and then, as somebody else may have watched meanwhile.
public final class AlertRound {

  private static final Logger LOG = LoggerFactory.getLogger(AlertRound.class);
  private static final Map<String, String> META =
      Map.of(MetaKeys.ACTOR, Actor.system("alerts").toString());
  private static final long PATIENCE_SECONDS = 10;
  private static final int RECALLED_EVERY = 30;
  private static final long LONG_AGO_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final AlertSight sight;
  private final Supplier<AlertWatch> fresh;
  private final CommandGateway commands;
  private AlertWatch watch;
  private long lookedNanos = System.nanoTime();
  private boolean due = true;
  private int rounds;

  AlertRound(AlertSight sight, Supplier<AlertWatch> fresh, CommandGateway commands) {
    this.sight = sight;
    this.fresh = fresh;
    this.watch = fresh.get();
    this.commands = commands;
  }

  public synchronized void run() {
    beginAnewAfterAWhile();
    if (due || ++rounds >= RECALLED_EVERY) {
      due = true;
      watch.recall(sight.standing());
      due = false;
      rounds = 0;
    }
    List<AlertCommand> follow = watch.look(sight.look());
    try {
      follow.forEach(this::send);
    } catch (IllegalStateException e) {
      forget();
      throw e;
    }
  }

  /// What is known may not be true any more.
  synchronized void forget() {
    due = true;
  }

  /// What was seen long ago says nothing of how it has been since.
  private void beginAnewAfterAWhile() {
    long now = System.nanoTime();
    if (now - lookedNanos > LONG_AGO_NANOS) {
      watch = fresh.get();
      due = true;
    }
    lookedNanos = now;
  }

  private void send(AlertCommand command) {
    try {
      var message = GenericCommandMessage.asCommandMessage(command).andMetaData(META);
      Object answer = commands.send(message).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      LOG.debug("{}: {}", command, answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted.", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(command.alertId() + " was not answered.", e);
    }
  }
}
