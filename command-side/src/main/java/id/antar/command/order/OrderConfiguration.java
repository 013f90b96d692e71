package id.antar.command.order;

import id.antar.api.order.OrderCommand;
import id.antar.api.time.EngineClock;
import id.antar.command.decider.AggregateModule;
import id.antar.command.merchant.Merchants;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class OrderConfiguration {

  @Bean
  ConfigurerModule orderAggregate() {
    return AggregateModule.cached(Order.class, OrderCommand.class);
  }

  @Bean
  ConfigurerModule placingOrder(OrderRules rules) {
    return configurer ->
        configurer.registerCommandHandler(c -> new PlacingOrder(c.repository(Order.class), rules));
  }

  @Bean
  OrderRules orderRules(
      ObjectProvider<OrderPolicy> policy, EngineClock clock, Merchants merchants) {
    return new OrderRules(policy.getIfAvailable(OrderPolicy::standard), clock, merchants);
  }
}
