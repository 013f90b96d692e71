package id.antar.query.alert;

import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class AlertQueryConfiguration {

  private static final String TABLE = "query_alert";

  @Bean
  Projector<AlertRow> alertProjector(Tables tables) {
    return tables.projector(new AlertFold(), TABLE, AlertQueries.columns());
  }

  @Bean
  AlertProjection alertProjection(Projector<AlertRow> alertProjector) {
    return new AlertProjection(alertProjector);
  }

  @Bean
  AlertQueries alertQueries(Tables tables) {
    return new AlertQueries(tables.current(TABLE, AlertRow.class, AlertQueries.columns()));
  }
}
