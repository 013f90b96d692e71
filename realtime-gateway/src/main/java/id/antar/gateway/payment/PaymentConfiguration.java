package id.antar.gateway.payment;

import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.PhoneClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class PaymentConfiguration {

  @Bean
  PaymentController paymentController(Engine engine, PhoneClock times) {
    return new PaymentController(engine, times);
  }

  @Bean
  OpenMoneyController openMoneyController(Engine engine) {
    return new OpenMoneyController(engine);
  }

  @Bean
  ChargeController chargeController(Engine engine, PhoneClock times) {
    return new ChargeController(engine, times);
  }

  @Bean
  TipController tipController(Engine engine, PhoneClock times) {
    return new TipController(engine, times);
  }
}
