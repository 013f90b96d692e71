package id.antar.gateway.clock;

import id.antar.api.time.EngineClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

  @Bean
  ClockController clockController(EngineClock clock) {
    return new ClockController(clock);
  }
}
