package id.antar.infra.learned;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Where the dispatcher keeps what it has learned.
@Configuration(proxyBeanMethods = false)
public class LearnedConfiguration {
  @Bean
  JdbcLearned keepLearned(DataSource dataSource, PlatformTransactionManager transactions) {
    return new JdbcLearned(
        new JdbcTemplate(dataSource), new TransactionTemplate(transactions), "learned_time");
  }
}
