package id.antar.gateway.customer;

import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.review.Ratings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class CustomerConfiguration {

  @Bean
  CustomerController customerController(Engine engine, PhoneClock times, Ratings ratings) {
    return new CustomerController(engine, times, ratings);
  }
}
