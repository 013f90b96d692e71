package id.antar.query.ordersearch;

import id.antar.query.customername.CustomerNames;
import id.antar.query.projection.Projector;
import id.antar.query.search.Search;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class OrderSearchConfiguration {

  @Bean
  Projector<OrderDocument> orderSearchProjector(Search search) {
    return search.projector(new OrderSearchFold(), OrderSearchQueries.MAPPING);
  }

  @Bean
  OrderSearchProjection orderSearchProjection(Projector<OrderDocument> orderSearchProjector) {
    return new OrderSearchProjection(orderSearchProjector);
  }

  @Bean
  OrderSearchQueries orderSearchQueries(Search search, CustomerNames names) {
    return new OrderSearchQueries(search, names);
  }
}
