package id.antar.gateway.payment;

import id.antar.gateway.edge.engine.Engine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class PaymentConfiguration {

  @Bean
  PaymentController paymentController(Engine engine) {
    return new PaymentController(engine);
  }
}
