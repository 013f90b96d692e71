package id.antar.query.account;

import id.antar.api.account.AccountView;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class AccountQueryConfiguration {

  private static final String TABLE = "query_account";

  @Bean
  Projector<AccountView> accountProjector(Tables tables) {
    return tables.projector(new AccountFold(), TABLE, AccountQueries.columns());
  }

  @Bean
  AccountProjection accountProjection(Projector<AccountView> accountProjector) {
    return new AccountProjection(accountProjector);
  }

  @Bean
  AccountQueries accountQueries(Tables tables) {
    return new AccountQueries(tables.current(TABLE, AccountView.class, AccountQueries.columns()));
  }
}
