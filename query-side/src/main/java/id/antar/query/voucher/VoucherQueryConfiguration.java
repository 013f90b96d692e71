package id.antar.query.voucher;

import id.antar.api.merchant.VoucherView;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class VoucherQueryConfiguration {

  private static final String TABLE = "query_voucher";

  @Bean
  Projector<VoucherView> voucherProjector(Tables tables) {
    return tables.projector(new VoucherFold(), TABLE, VoucherQueries.columns());
  }

  @Bean
  VoucherProjection voucherProjection(Projector<VoucherView> voucherProjector) {
    return new VoucherProjection(voucherProjector);
  }

  @Bean
  VoucherQueries voucherQueries(Tables tables) {
    return new VoucherQueries(tables.table(TABLE, VoucherView.class, VoucherQueries.columns()));
  }
}
