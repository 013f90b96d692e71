package id.antar.infra.ops;

import static id.antar.api.message.MetaKeys.ACTOR;

import id.antar.api.message.Receipt;
import id.antar.api.ops.OpsCommand.RetryProcessLetters;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;

/// Handles what was parked by processes again, where these are.
final class ProcessLetterHandlers {
  private final Retries retries;

  ProcessLetterHandlers(Retries retries) {
    this.retries = retries;
  }

  @CommandHandler
  Receipt handle(RetryProcessLetters command, @MetaDataValue(ACTOR) String actor) {
    return retries.start(
        command.jobId(), command.processor(), command.letterId(), actor, (_, _) -> true);
  }
}
