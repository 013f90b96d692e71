package id.antar.query.payment;

import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class PaymentQueryConfiguration {

  private static final String TABLE = "query_payment";

  @Bean
  Projector<PaymentRow> paymentProjector(Tables tables) {
    return tables.projector(new PaymentFold(), TABLE, PaymentQueries.columns());
  }

  @Bean
  PaymentProjection paymentProjection(Projector<PaymentRow> paymentProjector) {
    return new PaymentProjection(paymentProjector);
  }

  @Bean
  PaymentQueries paymentQueries(Tables tables) {
    return new PaymentQueries(tables.current(TABLE, PaymentRow.class, PaymentQueries.columns()));
  }
}
