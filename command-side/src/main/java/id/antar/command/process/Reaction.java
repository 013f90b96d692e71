package id.antar.command.process;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A command that follows from a fact, and the one that makes up for it should it be refused.
public record Reaction(Object command, @Nullable Object compensation) {

  public static Reaction of(Object command) {
    return new Reaction(command, null);
  }

  public Reaction orElse(Object compensatingCommand) {
    return new Reaction(command, compensatingCommand);
  }

  public Optional<Object> findCompensation() {
    return Optional.ofNullable(compensation);
  }
}
