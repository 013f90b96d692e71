package id.antar.query.forecast;

import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class ForecastQueryConfiguration {

  @Bean
  ForecastQueries forecastQueries(Tables tables) {
    return new ForecastQueries(tables);
  }
}
