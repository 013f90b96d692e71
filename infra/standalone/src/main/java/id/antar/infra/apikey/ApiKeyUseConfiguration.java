package id.antar.infra.apikey;

import id.antar.gateway.identity.RememberKeyUse;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/// What is remembered of API keys and is no event.
@Configuration(proxyBeanMethods = false)
public class ApiKeyUseConfiguration {
  @Bean
  RememberKeyUse rememberKeyUse(ConnectionFactory connections) {
    return new DatabaseKeyUse(
        DatabaseClient.builder().connectionFactory(connections).namedParameters(false).build());
  }
}
