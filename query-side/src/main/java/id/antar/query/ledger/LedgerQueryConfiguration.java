package id.antar.query.ledger;

import id.antar.api.ledger.LedgerLine;
import id.antar.api.merchant.MerchantView;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class LedgerQueryConfiguration {

  private static final String TABLE = "query_ledger";

  @Bean
  Projector<LedgerLine> ledgerProjector(Tables tables) {
    return tables.projector(new LedgerFold(), TABLE, LedgerQueries.columns());
  }

  @Bean
  LedgerProjection ledgerProjection(Projector<LedgerLine> ledgerProjector) {
    return new LedgerProjection(ledgerProjector);
  }

  @Bean
  LedgerQueries ledgerQueries(Tables tables) {
    return new LedgerQueries(tables.table(TABLE, LedgerLine.class, LedgerQueries.columns()));
  }

  /// Whether it is complete is known of the ledger itself, not of a copy.
  @Bean
  SettlementQueries settlementQueries(Tables tables) {
    return new SettlementQueries(
        tables.current(TABLE, LedgerLine.class, LedgerQueries.columns()),
        tables.current("query_merchant", MerchantView.class, List.of()));
  }
}
