package id.antar.query.openmoney;

import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class OpenMoneyQueryConfiguration {

  private static final String TABLE = "query_open_money";

  @Bean
  Projector<OpenMoneyRow> openMoneyProjector(Tables tables) {
    return tables.projector(new OpenMoneyFold(), TABLE, OpenMoneyQueries.columns());
  }

  @Bean
  OpenMoneyProjection openMoneyProjection(Projector<OpenMoneyRow> openMoneyProjector) {
    return new OpenMoneyProjection(openMoneyProjector);
  }

  @Bean
  OpenMoneyQueries openMoneyQueries(Tables tables) {
    return new OpenMoneyQueries(
        tables.table(TABLE, OpenMoneyRow.class, OpenMoneyQueries.columns()));
  }
}
