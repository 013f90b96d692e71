package id.antar.gateway.customer;

import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.PhoneClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class CustomerConfiguration {

  @Bean
  CustomerController customerController(Engine engine, PhoneClock times) {
    return new CustomerController(engine, times);
  }
}
