package id.antar.query.merchant;

import id.antar.api.merchant.MerchantView;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class MerchantQueryConfiguration {

  private static final String TABLE = "query_merchant";

  @Bean
  Projector<MerchantView> merchantProjector(Tables tables) {
    return tables.projector(new MerchantFold(), TABLE, MerchantQueries.columns());
  }

  @Bean
  MerchantProjection merchantProjection(Projector<MerchantView> merchantProjector) {
    return new MerchantProjection(merchantProjector);
  }

  @Bean
  MerchantQueries merchantQueries(Tables tables) {
    return new MerchantQueries(tables.table(TABLE, MerchantView.class, MerchantQueries.columns()));
  }
}
