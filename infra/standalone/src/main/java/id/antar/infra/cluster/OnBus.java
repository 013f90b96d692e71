package id.antar.infra.cluster;

import id.antar.infra.cluster.ClusterProperties.Bus;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Whether this process is one of several that have this bus between them.
public abstract class OnBus implements Condition {
  private final Bus bus;

  OnBus(Bus bus) {
    this.bus = bus;
  }

  @Override
  public final boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    ClusterProperties cluster =
        Binder.get(context.getEnvironment()).bindOrCreate("antar.cluster", ClusterProperties.class);
    return !cluster.isAlone() && cluster.bus() == bus;
  }

  static final class JGroups extends OnBus {
    JGroups() {
      super(Bus.JGROUPS);
    }
  }

  /// See [id.antar.infra.cluster.axonserver].
  public static final class AxonServer extends OnBus {
    AxonServer() {
      super(Bus.AXON_SERVER);
    }
  }
}
