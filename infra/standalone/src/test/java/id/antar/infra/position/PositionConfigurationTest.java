package id.antar.infra.position;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.position.PositionBus;
import id.antar.api.time.EngineClock;
import id.antar.dispatch.live.DispatchSettings;
import id.antar.infra.cluster.ClusterProperties;
import id.antar.infra.cluster.Processes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

class PositionConfigurationTest {
  /// Nobody is there.
  private static final String REDIS = "redis://127.0.0.1:1";

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(ClusterProperties.class)
  static class Cluster {}

  private static AnnotationConfigApplicationContext engine(String cluster, String redis) {
    var spring = new AnnotationConfigApplicationContext();
    spring
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test", Map.of("antar.cluster.name", cluster, "antar.redis.url", redis)));
    spring.registerBean(
        DispatchSettings.class, () -> DispatchSettings.of(Path.of("map"), Path.of("work")));
    spring.registerBean(Processes.class, () -> new Alone("self"));
    spring.registerBean(EngineClock.class, EngineClock::real);
    spring.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    spring.register(Cluster.class, PositionConfiguration.class);
    spring.refresh();
    return spring;
  }

  @Test
  void aProcessThatIsAloneHearsItself() {
    try (var engine = engine("", REDIS)) {
      PositionBus bus = engine.getBean(PositionBus.class);

      assertThat(bus).isInstanceOf(InProcessPositionBus.class);
      assertThat(bus.findHeardSince()).isPresent();
      assertThat(engine.getBeansOfType(RedisHealth.class)).isEmpty();
    }
  }

  @Test
  void oneOfSeveralWithoutRedisHearsNotEverybody() {
    try (var engine = engine("town", "")) {
      PositionBus bus = engine.getBean(PositionBus.class);

      assertThat(bus).isInstanceOf(InProcessPositionBus.class);
      assertThat(bus.findHeardSince()).isEmpty();
    }
  }

  @Test
  void aRedisThatIsNotThereDegradesTheEngineAndStopsNothing() {
    try (var engine = engine("town", REDIS)) {
      PositionBus bus = engine.getBean(PositionBus.class);
      Health health = engine.getBean(RedisHealth.class).health();

      assertThat(bus).isInstanceOf(RedisPositionBus.class);
      assertThat(((RedisPositionBus) bus).isRunning()).isTrue();
      assertThat(bus.findHeardSince()).isEmpty();
      assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
    }
  }
}
