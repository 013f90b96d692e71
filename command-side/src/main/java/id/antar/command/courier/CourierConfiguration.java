package id.antar.command.courier;

import id.antar.api.courier.CourierCommand;
import id.antar.api.time.EngineClock;
import id.antar.command.decider.AggregateModule;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class CourierConfiguration {

  @Bean
  ConfigurerModule courierAggregate() {
    return AggregateModule.cached(Courier.class, CourierCommand.class);
  }

  @Bean
  CourierRules courierRules(
      ObjectProvider<ShiftPolicy> policy, ObjectProvider<CashPolicy> cash, EngineClock clock) {
    return new CourierRules(
        policy.getIfAvailable(ShiftPolicy::standard),
        cash.getIfAvailable(CashPolicy::standard),
        clock);
  }
}
