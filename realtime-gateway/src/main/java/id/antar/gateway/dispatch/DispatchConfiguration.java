package id.antar.gateway.dispatch;

import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.order.OrderAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class DispatchConfiguration {

  @Bean
  LearnedController learnedController(Engine engine) {
    return new LearnedController(engine);
  }

  @Bean
  ShadowController shadowController(Engine engine, PhoneClock times) {
    return new ShadowController(engine, times);
  }

  @Bean
  DecisionController decisionController(Engine engine, OrderAccess orders) {
    return new DecisionController(engine, orders);
  }

  @Bean
  WhatIfController whatIfController(Engine engine, OrderAccess orders) {
    return new WhatIfController(engine, orders);
  }
}
