package id.antar.gateway.order;

import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.road.Coverage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class OrderConfiguration {

  @Bean
  OrderAccess orderAccess(Engine engine) {
    return new OrderAccess(engine);
  }

  @Bean
  OrderController orderController(
      Engine engine, OrderAccess access, PhoneClock times, Coverage coverage) {
    return new OrderController(engine, access, times, coverage);
  }

  @Bean
  OrderSearchController orderSearchController(Engine engine) {
    return new OrderSearchController(engine);
  }

  @Bean
  KitchenController kitchenController(Engine engine, OrderAccess access, PhoneClock times) {
    return new KitchenController(engine, access, times);
  }

  @Bean
  PinController pinController(Engine engine, PhoneClock times) {
    return new PinController(engine, times);
  }
}
