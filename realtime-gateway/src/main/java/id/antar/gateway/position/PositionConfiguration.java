package id.antar.gateway.position;

import id.antar.api.position.PositionBus;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.GatewayProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class PositionConfiguration {

  @Bean
  PositionIntake positionIntake(PositionBus bus, EngineClock clock, GatewayProperties properties) {
    return new PositionIntake(
        bus, clock, System::nanoTime, properties.positionsPerSecond(), properties.positionBurst());
  }

  @Bean
  PositionController positionController(PositionIntake intake) {
    return new PositionController(intake);
  }
}
