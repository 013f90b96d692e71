package id.antar.infra.cluster;

import id.antar.api.message.Failure;
import id.antar.infra.cluster.Wire.Asked;
import id.antar.infra.cluster.Wire.AskedCommand;
import id.antar.infra.cluster.Wire.AskedQuery;
import id.antar.infra.messages.TellingCommandBus;
import id.antar.infra.messages.TellingQueryBus;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.ResultMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Handles what other processes ask of this one. What has come so late that nobody waits for it any
/// more, as after a pause, is not begun.
public final class Answering implements Function<Asked, CompletableFuture<byte[]>> {
  private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

  private final TellingCommandBus commands;
  private final TellingQueryBus queries;
  private final Wire wire;

  public Answering(TellingCommandBus commands, TellingQueryBus queries, Wire wire) {
    this.commands = commands;
    this.queries = queries;
    this.wire = wire;
  }

  @Override
  public CompletableFuture<byte[]> apply(Asked asked) {
    if (Instant.now().isAfter(asked.until())) {
      LOG.warn("{} came too late and was left.", asked.name());
      return CompletableFuture.completedFuture(wire.failure(Unanswered.tooLate()));
    }
    return begun(asked)
        .handle((bytes, failure) -> failure == null ? bytes : unsendable(asked, failure));
  }

  private CompletableFuture<byte[]> begun(Asked asked) {
    try {
      return handled(asked);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private byte[] unsendable(Asked asked, Throwable failure) {
    LOG.error("{} of another process has no answer that could be sent.", asked.name(), failure);
    return wire.failure(Unanswered.bug());
  }

  private CompletableFuture<byte[]> handled(Asked asked) {
    return switch (asked) {
      case AskedCommand(var command, _) -> handle(command);
      case AskedQuery(var query, _) -> queries.query(query).thenApply(this::written);
    };
  }

  private <C> CompletableFuture<byte[]> handle(CommandMessage<C> command) {
    var result = new CompletableFuture<ResultMessage<?>>();
    commands.dispatch(command, (_, it) -> result.complete(it));
    return result.thenApply(this::written);
  }

  private byte[] written(ResultMessage<?> result) {
    return result.isExceptional()
        ? wire.failure(result.<Failure>exceptionDetails().orElseThrow())
        : wire.answer(result.getPayload(), result.getMetaData());
  }
}
