package id.antar.query.promise;

import id.antar.api.position.PositionBus;
import id.antar.query.analytics.AnalyticsQueryConfiguration;
import id.antar.query.analytics.OrderFact;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class PromiseQueryConfiguration {

  @Bean
  PromiseLedger promiseLedger(Tables tables) {
    return new PromiseLedger(tables);
  }

  @Bean
  LivePromises livePromises(PositionBus bus, PromiseLedger ledger) {
    return new LivePromises(bus, ledger::write);
  }

  @Bean
  PromiseQueries promiseQueries(Tables tables, PromiseLedger ledger) {
    return new PromiseQueries(
        tables.table(AnalyticsQueryConfiguration.ORDERS, OrderFact.class, OrderFact.columns()),
        ledger);
  }
}
