package id.antar.command.merchant;

import id.antar.api.merchant.MerchantCommand;
import id.antar.api.time.EngineClock;
import id.antar.command.decider.AggregateModule;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class MerchantConfiguration {

  @Bean
  ConfigurerModule merchantAggregate() {
    return AggregateModule.cached(Merchant.class, MerchantCommand.class);
  }

  @Bean
  Merchants merchants() {
    return new Merchants();
  }

  @Bean
  ConfigurerModule merchantsAsked(Merchants merchants, EngineClock clock) {
    return configurer ->
        configurer
            .registerQueryHandler(axon -> new QuotingBasket(axon.eventStore(), clock))
            .onInitialize(merchants::open);
  }
}
