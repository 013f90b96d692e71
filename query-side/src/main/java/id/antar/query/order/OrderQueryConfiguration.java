package id.antar.query.order;

import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class OrderQueryConfiguration {

  private static final String TABLE = "query_order";

  @Bean
  Projector<OrderRow> orderProjector(Tables tables) {
    return tables.projector(new OrderFold(), TABLE, OrderQueries.columns());
  }

  @Bean
  OrderProjection orderProjection(Projector<OrderRow> orderProjector) {
    return new OrderProjection(orderProjector);
  }

  @Bean
  OrderQueries orderQueries(Tables tables) {
    return new OrderQueries(tables.table(TABLE, OrderRow.class, OrderQueries.columns()));
  }
}
