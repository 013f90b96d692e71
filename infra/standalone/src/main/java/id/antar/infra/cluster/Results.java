package id.antar.infra.cluster;

import id.antar.api.message.Failure;
import id.antar.infra.cluster.Wire.Answer;
import id.antar.infra.cluster.Wire.Failed;
import id.antar.infra.cluster.Wire.NotUnderstood;
import id.antar.infra.cluster.Wire.Reply;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.GenericMessage;
import org.jspecify.annotations.Nullable;

/// What has become of a command that another process was sent, as its sender is told.
public final class Results {

  private Results() {}

  @SuppressWarnings("unchecked")
  public static <R> GenericCommandResultMessage<R> of(Reply reply) {
    return switch (reply) {
      case Answer(var payload, var metaData) ->
          new GenericCommandResultMessage<>(new GenericMessage<>((R) payload, metaData));
      case Failed(var told) -> failed(told, null);
      case NotUnderstood() -> failed(Unanswered.unread(), null);
    };
  }

  public static <R> GenericCommandResultMessage<R> failed(Failure told, @Nullable Throwable cause) {
    return new GenericCommandResultMessage<>(
        new CommandExecutionException(told.message(), cause, told));
  }
}
