package id.antar.command.customer;

import id.antar.api.customer.CustomerCommand;
import id.antar.command.decider.AggregateModule;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class CustomerConfiguration {

  @Bean
  ConfigurerModule customerAggregate() {
    return AggregateModule.cached(Customer.class, CustomerCommand.class);
  }
}
