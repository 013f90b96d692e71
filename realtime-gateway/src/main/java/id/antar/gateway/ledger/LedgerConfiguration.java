package id.antar.gateway.ledger;

import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.PhoneClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class LedgerConfiguration {

  @Bean
  LedgerController ledgerController(Engine engine) {
    return new LedgerController(engine);
  }

  @Bean
  StatementController statementController(Engine engine) {
    return new StatementController(engine);
  }

  @Bean
  SettlementController settlementController(Engine engine, EngineClock clock) {
    return new SettlementController(engine, clock);
  }

  @Bean
  PayoutController payoutController(Engine engine, PhoneClock times) {
    return new PayoutController(engine, times);
  }
}
