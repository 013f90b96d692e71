package id.antar.command.decider;

import java.util.function.Function;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;

/// Registers an aggregate with Axon.
public final class AggregateModule {

  private AggregateModule() {}

  /// An aggregate that is asked again and again; a rollback removes it from the cache.
  public static <A, C> ConfigurerModule cached(
      Class<A> aggregate, Class<C> commands, Function<C, ?> id) {
    return configurer ->
        configurer.configureAggregate(
            configured(aggregate, commands, id).configureCache(_ -> new RecentAggregates()));
  }

  /// An aggregate that is written once.
  public static <A, C> ConfigurerModule uncached(
      Class<A> aggregate, Class<C> commands, Function<C, ?> id) {
    return configurer -> configurer.configureAggregate(configured(aggregate, commands, id));
  }

  private static <A, C> AggregateConfigurer<A> configured(
      Class<A> aggregate, Class<C> commands, Function<C, ?> id) {
    return AggregateConfigurer.defaultConfiguration(aggregate)
        .configureCommandTargetResolver(_ -> new TargetOf<>(commands, id));
  }
}
