package id.antar.query.customer;

import id.antar.api.customer.CustomerView;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class CustomerQueryConfiguration {

  private static final String TABLE = "query_customer";

  @Bean
  Projector<CustomerView> customerProjector(Tables tables) {
    return tables.projector(new CustomerFold(), TABLE, CustomerQueries.columns());
  }

  @Bean
  CustomerProjection customerProjection(Projector<CustomerView> customerProjector) {
    return new CustomerProjection(customerProjector);
  }

  @Bean
  CustomerQueries customerQueries(Tables tables) {
    return new CustomerQueries(tables.table(TABLE, CustomerView.class, CustomerQueries.columns()));
  }
}
