package id.antar.api.ops;

import id.antar.api.message.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions about the log of events as a whole, and how it is guarded.
public sealed interface LogQuery<R> extends Query<R> {

  record GetLogState() implements LogQuery<LogState> {
    @Override
    public Class<LogState> answer() {
      return LogState.class;
    }
  }

  /// Checkpoints in the order of their numbers.
  record ListCheckpoints(long afterNumber, int limit) implements LogQuery<Checkpoints> {
    @Override
    public Class<Checkpoints> answer() {
      return Checkpoints.class;
    }
  }

  /// @param head the position of the last event, 0 before the first
  /// @param chainedTo the position up to which events are chained
  /// @param chainedEvents how many those are; positions may be left out
  /// @param lag how many positions the chain is behind
  /// @param publicKey of the key that this engine signs with, as X.509 in base64
  record LogState(
      long head,
      long chainedTo,
      long chainedEvents,
      long lag,
      @Nullable LogCheckpoint lastCheckpoint,
      String keyId,
      String publicKey) {}

  record Checkpoints(List<LogCheckpoint> checkpoints) {
    public Checkpoints {
      checkpoints = List.copyOf(checkpoints);
    }
  }
}
