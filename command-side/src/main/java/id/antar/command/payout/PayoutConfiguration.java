package id.antar.command.payout;

import id.antar.api.payout.PayoutCommand;
import id.antar.command.decider.AggregateModule;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class PayoutConfiguration {

  @Bean
  ConfigurerModule payoutAggregate() {
    return AggregateModule.cached(Payout.class, PayoutCommand.class);
  }
}
