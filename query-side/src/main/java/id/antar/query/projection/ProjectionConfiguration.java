package id.antar.query.projection;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/// What all projections share.
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

  @Bean
  Tables tables(ConnectionFactory connections, @Qualifier("messageMapper") JsonMapper json) {
    DatabaseClient database =
        DatabaseClient.builder().connectionFactory(connections).namedParameters(false).build();
    return new Tables(database, json);
  }
}
