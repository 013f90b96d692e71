package id.antar.command.process;

import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.api.message.Receipt.Accepted;
import id.antar.api.message.Receipt.Rejected;
import id.antar.api.message.Rejection;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out what processes decide, in the name of one of them.
///
/// A refusal is an answer: it leads to the compensation, or to one line in the log. Anything else
/// that goes wrong is thrown, so that the event is handled again or parked.
public final class Reacting {

  private static final Logger LOG = LoggerFactory.getLogger(Reacting.class);

  /// Of real time. A command takes milliseconds; one that takes this long is not coming back.
  private static final long PATIENCE_SECONDS = 60;

  private final CommandGateway commands;
  private final String actor;

  public Reacting(CommandGateway commands, String process) {
    this.commands = commands;
    this.actor = Actor.system(process).toString();
  }

  /// One after the other, each after the answer to the one before.
  public void carryOut(Reaction... reactions) {
    carryOut(Arrays.asList(reactions));
  }

  public void carryOut(List<Reaction> reactions) {
    reactions.forEach(this::carryOut);
  }

  /// For what comes back when its event has long been handled. The future fails if the command
  /// could not be decided.
  ///
  /// @param trail of the event
  public CompletableFuture<Receipt> carryOutLater(Object command, MetaData trail) {
    return send(command, trail)
        .whenComplete((receipt, failure) -> {
          if (receipt instanceof Rejected(var reason)) {
            report(command, reason);
          }
        });
  }

  /// What is known, within an event's handling, of where the event came from.
  public static MetaData trail() {
    return CurrentUnitOfWork.map(UnitOfWork::getCorrelationData).orElse(MetaData.emptyInstance());
  }

  private void carryOut(Reaction reaction) {
    switch (ask(reaction.command())) {
      case Accepted _ -> {}
      case Rejected(var reason) -> {
        report(reaction.command(), reason);
        reaction.findCompensation().ifPresent(command -> carryOut(Reaction.of(command)));
      }
    }
  }

  private Receipt ask(Object command) {
    try {
      return send(command, trail()).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException failed) {
      throw new IllegalStateException("Not decided: " + name(command), failed.getCause());
    }
  }

  private CompletableFuture<Receipt> send(Object command, MetaData trail) {
    return commands.send(new GenericCommandMessage<>(command, trail.and(MetaKeys.ACTOR, actor)));
  }

  private void report(Object command, Rejection reason) {
    LOG.info("{}: {} was refused: {}", actor, name(command), reason.detail());
  }

  private static String name(Object command) {
    return command.getClass().getSimpleName();
  }
}
