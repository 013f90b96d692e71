package id.antar.gateway.analytics;

import id.antar.api.time.EngineClock;
import id.antar.gateway.audit.Looks;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.order.OrderAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class AnalyticsConfiguration {

  @Bean
  AnalyticsController analyticsController(Engine engine, EngineClock clock) {
    return new AnalyticsController(engine, clock);
  }

  @Bean
  PromiseController promiseController(Engine engine, OrderAccess orders, EngineClock clock) {
    return new PromiseController(engine, orders, clock);
  }

  @Bean
  ForecastController forecastController(Engine engine, EngineClock clock) {
    return new ForecastController(engine, clock);
  }

  @Bean
  UploadController uploadController(Engine engine, Looks looks) {
    return new UploadController(engine, looks);
  }
}
