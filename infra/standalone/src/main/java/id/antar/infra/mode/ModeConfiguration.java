package id.antar.infra.mode;

import id.antar.api.mode.Mode;
import id.antar.api.mode.ProductionCheck;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/// What the engine is run for, and whether it is fit for that.
@Configuration(proxyBeanMethods = false)
public class ModeConfiguration {
  @Bean
  ProductionCheck secretsCheck(ConfigurableEnvironment environment) {
    return new SecretsCheck(environment);
  }

  @Bean
  ProductionGate productionGate(
      @Value("${antar.mode:development}") Mode mode, ObjectProvider<ProductionCheck> checks) {
    return ProductionGate.pass(mode, checks.orderedStream().toList());
  }
}
