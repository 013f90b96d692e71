package id.antar.infra.position;

import id.antar.api.position.PositionBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Live updates.
@Configuration(proxyBeanMethods = false)
public class PositionConfiguration {
  @Bean
  PositionBus positionBus() {
    return new InProcessPositionBus();
  }
}
