package id.antar.query.dispatchdecision;

import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class DecisionQueryConfiguration {

  private static final String TABLE = "query_dispatch_decision";

  @Bean
  Projector<DecisionRow> decisionProjector(Tables tables) {
    return tables.projector(new DecisionFold(), TABLE, DecisionQueries.columns());
  }

  @Bean
  DecisionProjection decisionProjection(Projector<DecisionRow> decisionProjector) {
    return new DecisionProjection(decisionProjector);
  }

  @Bean
  DecisionQueries decisionQueries(Tables tables) {
    return new DecisionQueries(tables.table(TABLE, DecisionRow.class, DecisionQueries.columns()));
  }
}
