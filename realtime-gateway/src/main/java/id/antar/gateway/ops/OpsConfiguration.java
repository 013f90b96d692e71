package id.antar.gateway.ops;

import id.antar.gateway.edge.engine.Engine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class OpsConfiguration {

  @Bean
  OpsController opsController(Engine engine) {
    return new OpsController(engine);
  }

  @Bean
  LogController logController(Engine engine) {
    return new LogController(engine);
  }
}
