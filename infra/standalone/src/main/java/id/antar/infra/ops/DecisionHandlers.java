package id.antar.infra.ops;

import static id.antar.api.message.MetaKeys.ACTOR;

import id.antar.api.message.Receipt;
import id.antar.api.ops.OpsCommand.VerifyDecisions;
import id.antar.api.ops.StartJob;
import id.antar.dispatch.live.DecisionVerifier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;

/// Plans what the dispatcher decided again.
final class DecisionHandlers {
  private final StartJob jobs;
  private final DecisionVerifier verifier;

  DecisionHandlers(StartJob jobs, DecisionVerifier verifier) {
    this.jobs = jobs;
    this.verifier = verifier;
  }

  @CommandHandler
  Receipt handle(VerifyDecisions command, @MetaDataValue(ACTOR) String actor) {
    jobs.start(command.jobId(), "verify-decisions", actor, verifier::run);
    return Receipt.accepted();
  }
}
