package id.antar.command.dispatch;

import id.antar.api.dispatch.PolicyCommand;
import id.antar.command.decider.AggregateModule;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class ZonePolicyConfiguration {

  @Bean
  ConfigurerModule zonePolicyAggregate() {
    return AggregateModule.cached(ZonePolicy.class, PolicyCommand.class);
  }
}
