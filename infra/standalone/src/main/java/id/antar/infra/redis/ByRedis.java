package id.antar.infra.redis;

import id.antar.infra.cluster.ClusterProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Whether processes tell each other things through a Redis. One that is alone has nobody to hear,
/// whatever Redis there is.
public class ByRedis implements Condition {
  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Binder settings = Binder.get(context.getEnvironment());
    return !settings.bindOrCreate("antar.cluster", ClusterProperties.class).isAlone()
        && settings.bindOrCreate("antar.redis", RedisProperties.class).isGiven();
  }

  public static final class Otherwise extends ByRedis {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !super.matches(context, metadata);
    }
  }
}
