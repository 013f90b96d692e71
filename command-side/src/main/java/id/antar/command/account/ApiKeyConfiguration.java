package id.antar.command.account;

import id.antar.api.account.ApiKeyCommand;
import id.antar.command.decider.AggregateModule;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class ApiKeyConfiguration {

  @Bean
  ConfigurerModule apiKeyAggregate() {
    return AggregateModule.cached(ApiKey.class, ApiKeyCommand.class);
  }
}
