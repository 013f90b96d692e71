package id.antar.infra.shadow;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Where the dispatcher keeps how the policy in the shadow compares.
@Configuration(proxyBeanMethods = false)
public class ShadowConfiguration {
  @Bean
  JdbcScores keepScores(DataSource dataSource, PlatformTransactionManager transactions) {
    return new JdbcScores(new JdbcTemplate(dataSource), new TransactionTemplate(transactions));
  }
}
