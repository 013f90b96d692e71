package id.antar.command.decider;

import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/// Reads the aggregate's id from a sealed family of commands, which are free of Axon's annotations.
public record TargetOf<C>(Class<C> family, Function<C, ?> id) implements CommandTargetResolver {

  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
    return new VersionedAggregateIdentifier(idOf(command.getPayload()), null);
  }

  String idOf(Object command) {
    return StreamId.of(id.apply(family.cast(command)));
  }
}
