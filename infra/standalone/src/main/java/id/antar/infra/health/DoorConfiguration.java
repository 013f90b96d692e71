package id.antar.infra.health;

import id.antar.gateway.edge.guard.EdgeProperties;
import id.antar.gateway.edge.guard.MetricsDoor;
import id.antar.infra.role.Role;
import id.antar.infra.role.WithoutRole;
import id.antar.infra.startup.EngineProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who may come in where there is no gateway to say it.
@Configuration(proxyBeanMethods = false)
@WithoutRole(Role.GATEWAY)
@EnableConfigurationProperties(EdgeProperties.class)
public class DoorConfiguration {

  @Bean
  NarrowDoor narrowDoor() {
    return new NarrowDoor();
  }

  @Bean
  MetricsDoor metricsDoor(EdgeProperties edge, EngineProperties engine) {
    return MetricsDoor.of(edge, engine.mode());
  }
}
