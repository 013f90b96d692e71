package id.antar.query.courier;

import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class CourierQueryConfiguration {

  private static final String TABLE = "query_courier";

  @Bean
  Projector<CourierRow> courierProjector(Tables tables) {
    return tables.projector(new CourierFold(), TABLE, CourierQueries.columns());
  }

  @Bean
  CourierProjection courierProjection(Projector<CourierRow> courierProjector) {
    return new CourierProjection(courierProjector);
  }

  @Bean
  CourierQueries courierQueries(Tables tables) {
    return new CourierQueries(tables.table(TABLE, CourierRow.class, CourierQueries.columns()));
  }
}
