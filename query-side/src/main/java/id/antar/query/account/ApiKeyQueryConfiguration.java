package id.antar.query.account;

import id.antar.api.account.ApiKeyView;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class ApiKeyQueryConfiguration {

  private static final String TABLE = "query_api_key";

  @Bean
  Projector<ApiKeyView> apiKeyProjector(Tables tables) {
    return tables.projector(new ApiKeyFold(), TABLE, ApiKeyQueries.columns());
  }

  @Bean
  ApiKeyProjection apiKeyProjection(Projector<ApiKeyView> apiKeyProjector) {
    return new ApiKeyProjection(apiKeyProjector);
  }

  @Bean
  ApiKeyQueries apiKeyQueries(Tables tables) {
    return new ApiKeyQueries(tables.current(TABLE, ApiKeyView.class, ApiKeyQueries.columns()));
  }
}
