package id.antar.command.dispatch;

import id.antar.api.dispatch.DispatchCommand;
import id.antar.command.decider.AggregateModule;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class DispatchDecisionConfiguration {

  @Bean
  ConfigurerModule dispatchDecisionAggregate() {
    return AggregateModule.uncached(DispatchDecision.class, DispatchCommand.class);
  }
}
