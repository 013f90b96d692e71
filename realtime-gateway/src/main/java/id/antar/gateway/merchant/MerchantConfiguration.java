package id.antar.gateway.merchant;

import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.review.Ratings;
import id.antar.gateway.road.Coverage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class MerchantConfiguration {

  @Bean
  MerchantController merchantController(Engine engine, PhoneClock times, Coverage coverage) {
    return new MerchantController(engine, times, coverage);
  }

  @Bean
  PricesController pricesController(Engine engine, PhoneClock times) {
    return new PricesController(engine, times);
  }

  @Bean
  QuoteController quoteController(Engine engine) {
    return new QuoteController(engine);
  }

  @Bean
  MenuController menuController(Engine engine, Ratings ratings) {
    return new MenuController(engine, ratings);
  }
}
