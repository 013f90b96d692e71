package id.antar.command.decider;

import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/// Reads the aggregate's id from a sealed family of commands, which are free of Axon's annotations.
public record TargetOf<C>(Class<C> family, Function<C, ?> id) implements CommandTargetResolver {

  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
    String target = StreamId.of(id.apply(family.cast(command.getPayload())));
    return new VersionedAggregateIdentifier(target, null);
  }
}
