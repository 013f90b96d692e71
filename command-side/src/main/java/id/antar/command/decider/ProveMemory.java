package id.antar.command.decider;

import org.jspecify.annotations.Nullable;

/// Says whether memory knows an aggregate as it is, for those that are only asked: nothing is
/// stored for them that would prove it.
@FunctionalInterface
public interface ProveMemory {

  /// There is no other process that stores anything.
  ProveMemory ALONE = (_, _) -> true;

  /// @param last the sequence number of the last event that memory knows, null if it knows none
  boolean isLast(String aggregate, @Nullable Long last);
}
