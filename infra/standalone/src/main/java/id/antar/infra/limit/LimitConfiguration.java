package id.antar.infra.limit;

import id.antar.infra.cluster.ClusterProperties;
import id.antar.infra.redis.ByRedis;
import id.antar.infra.redis.RedisConnections;
import id.antar.infra.redis.RedisProperties;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Role;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/// Where several gateways count together: in the Redis that they have, else in the database.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("antar.gateway.limits.shared")
public class LimitConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(LimitConfiguration.class);
  private static final Duration CLEAN_UP = Duration.ofMinutes(1);

  @Bean
  @Conditional(ByRedis.class)
  RedisCounts redisCounts(ClusterProperties cluster, RedisProperties redis) {
    return new RedisCounts(
        new RedisConnections(redis.address()), "antar:" + cluster.name() + ":rates");
  }

  @Bean
  @Conditional(ByRedis.Otherwise.class)
  DatabaseCounts databaseCounts(ConnectionFactory connections) {
    return new DatabaseCounts(
        DatabaseClient.builder().connectionFactory(connections).namedParameters(false).build(),
        System::nanoTime);
  }

  @Bean(destroyMethod = "dispose")
  @OnRole(Role.GATEWAY)
  @Conditional(ByRedis.Otherwise.class)
  Disposable forgettingOldBatches(DatabaseCounts counts) {
    return Flux.interval(CLEAN_UP)
        .onBackpressureDrop()
        .concatMap(_ ->
            counts
                .forgetOld()
                .doOnError(e -> LOG.warn("Old counts cannot be forgotten.", e))
                .onErrorComplete())
        .subscribe();
  }
}
