package id.antar.gateway.lab;

import id.antar.gateway.edge.engine.Engine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class LabConfiguration {

  @Bean
  LabController labController(Engine engine) {
    return new LabController(engine);
  }
}
