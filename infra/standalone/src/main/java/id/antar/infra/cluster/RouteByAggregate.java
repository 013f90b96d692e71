package id.antar.infra.cluster;

import id.antar.api.history.HistoryCommand;
import id.antar.api.lab.LabCommand;
import id.antar.api.ops.DeadLetterCommand.DiscardDeadLetter;
import id.antar.api.ops.JobId;
import id.antar.api.ops.OpsCommand;
import id.antar.api.payment.PaymentCommand.LookAtCharge;
import id.antar.api.payment.PaymentId;
import id.antar.command.decider.StreamId;
import id.antar.command.decider.Targets;
import id.antar.command.payment.ErrandCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.distributed.RoutingStrategy;

/// Sends all commands for one aggregate to one process, which has it in memory, and all about one
/// job to the one that works on it. It spares reading and conflicts; that no two decide on the same
/// state is up to the event store.
final class RouteByAggregate implements RoutingStrategy {

  /// What is for nothing in particular goes anywhere.
  @Override
  public String getRoutingKey(CommandMessage<?> command) {
    return switch (command.getPayload()) {
      case LookAtCharge it -> keyOf(it.chargeId().paymentId());
      case ErrandCommand it -> keyOf(it.paymentId());
      case OpsCommand it -> keyOf(it.jobId());
      case HistoryCommand it -> keyOf(it.jobId());
      case LabCommand it -> keyOf(it.jobId());
      case DiscardDeadLetter it -> "dead-letter:" + it.letterId();
      case Object it -> Targets.find(it).orElseGet(command::getIdentifier);
    };
  }

  private static String keyOf(PaymentId paymentId) {
    return StreamId.of(paymentId);
  }

  static String keyOf(JobId jobId) {
    return "job:" + jobId;
  }
}
