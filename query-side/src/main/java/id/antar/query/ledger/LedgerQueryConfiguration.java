package id.antar.query.ledger;

import id.antar.api.ledger.LedgerLine;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
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
}
