package id.antar.command.alert;

import id.antar.api.alert.AlertCommand;
import id.antar.command.decider.AggregateModule;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class AlertConfiguration {

  @Bean
  ConfigurerModule alertAggregate() {
    return AggregateModule.cached(Alert.class, AlertCommand.class);
  }
}
