package id.antar.infra.ops;

import static id.antar.api.message.MetaKeys.ACTOR;

import id.antar.api.message.Receipt;
import id.antar.api.ops.OpsCommand.RotateMasterKey;
import id.antar.api.ops.StartJob;
import id.antar.infra.personal.KeyRotation;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;

/// Changes the key of all persons' keys.
final class KeyHandlers {
  private final StartJob jobs;
  private final KeyRotation rotation;

  KeyHandlers(StartJob jobs, KeyRotation rotation) {
    this.jobs = jobs;
    this.rotation = rotation;
  }

  @CommandHandler
  Receipt handle(RotateMasterKey command, @MetaDataValue(ACTOR) String actor) {
    jobs.start(command.jobId(), "rotate-master-key", actor, rotation::run);
    return Receipt.accepted();
  }
}
