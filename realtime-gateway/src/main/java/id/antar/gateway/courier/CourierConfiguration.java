package id.antar.gateway.courier;

import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.PhoneClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class CourierConfiguration {

  @Bean
  CourierController courierController(Engine engine, PhoneClock times) {
    return new CourierController(engine, times);
  }
}
