package id.antar.gateway.alert;

import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.PhoneClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class AlertConfiguration {

  @Bean
  AlertController alertController(Engine engine, PhoneClock times) {
    return new AlertController(engine, times);
  }
}
