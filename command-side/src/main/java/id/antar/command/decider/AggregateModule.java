package id.antar.command.decider;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;

/// Registers an aggregate with Axon; [Targets] knows what its commands are for.
public final class AggregateModule {

  private AggregateModule() {}

  /// An aggregate that is asked again and again; a rollback removes it from the cache.
  public static <A> ConfigurerModule cached(Class<A> aggregate, Class<?> commands) {
    return configurer ->
        configurer.configureAggregate(
            configured(aggregate, commands).configureCache(_ -> new RecentAggregates()));
  }

  /// An aggregate that is written once.
  public static <A> ConfigurerModule uncached(Class<A> aggregate, Class<?> commands) {
    return configurer -> configurer.configureAggregate(configured(aggregate, commands));
  }

  private static <A> AggregateConfigurer<A> configured(Class<A> aggregate, Class<?> commands) {
    return AggregateConfigurer.defaultConfiguration(aggregate)
        .configureCommandTargetResolver(_ -> Targets.of(commands));
  }
}
