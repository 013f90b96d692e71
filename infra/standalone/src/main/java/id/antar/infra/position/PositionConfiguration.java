package id.antar.infra.position;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.mode.Mode;
import id.antar.api.position.PositionBus;
import id.antar.api.time.EngineClock;
import id.antar.dispatch.live.DispatchSettings;
import id.antar.infra.cluster.ClusterProperties;
import id.antar.infra.cluster.Processes;
import id.antar.infra.redis.ByRedis;
import id.antar.infra.redis.RedisConnections;
import id.antar.infra.redis.RedisProperties;
import id.antar.infra.role.Part;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Live updates: within the process, and between those of a cluster if there is a Redis.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisProperties.class)
public class PositionConfiguration {

  /// Before anything is started. In production it is said together with all else that is weak.
  @Bean
  static BeanFactoryPostProcessor positionsAreHeard(Environment environment) {
    return _ -> {
      Mode mode = Binder.get(environment).bind("antar.mode", Mode.class).orElse(Mode.DEVELOPMENT);
      if (mode == Mode.DEVELOPMENT) {
        check(environment).requireHeard();
      }
    };
  }

  @Bean
  ClusterPositions clusterPositions(Environment environment) {
    return check(environment);
  }

  private static ClusterPositions check(Environment environment) {
    return new ClusterPositions(
        Part.of(environment),
        Binder.get(environment).bindOrCreate("antar.redis", RedisProperties.class));
  }

  @Bean
  @Conditional(ByRedis.Otherwise.class)
  PositionBus inProcessPositionBus(ClusterProperties cluster) {
    return new InProcessPositionBus(cluster.isAlone());
  }

  @Bean
  @Conditional(ByRedis.class)
  RedisPositionBus redisPositionBus(
      ClusterProperties cluster,
      RedisProperties redis,
      DispatchSettings dispatch,
      Processes processes,
      EngineClock clock,
      MeterRegistry meters) {
    String channel = "antar:" + cluster.name() + ":live:" + dispatch.zone();
    return new RedisPositionBus(
        new InProcessPositionBus(false),
        new RedisLine(new RedisConnections(redis.address()), channel.getBytes(UTF_8)),
        processes,
        clock,
        System::nanoTime,
        new BusMetrics(meters));
  }

  @Bean
  @Conditional(ByRedis.class)
  RedisHealth redisHealthIndicator(RedisPositionBus bus) {
    return new RedisHealth(bus::isConnected);
  }
}
