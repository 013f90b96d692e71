package id.antar.query.customername;

import id.antar.api.account.Fingerprints;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class CustomerNameConfiguration {

  private static final String TABLE = "query_customer_name";

  @Bean
  Projector<NameRow> customerNameProjector(Tables tables, Fingerprints fingerprints) {
    return tables.projector(
        new NameFold(new NameWords(fingerprints)), TABLE, CustomerNames.columns());
  }

  @Bean
  NameProjection customerNameProjection(Projector<NameRow> customerNameProjector) {
    return new NameProjection(customerNameProjector);
  }

  @Bean
  CustomerNames customerNames(Tables tables, Fingerprints fingerprints) {
    return new CustomerNames(
        tables.table(TABLE, NameRow.class, CustomerNames.columns()), new NameWords(fingerprints));
  }
}
