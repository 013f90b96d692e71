package id.antar.infra.lease;

import id.antar.dispatch.live.ZoneLease;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who plans a zone.
@Configuration(proxyBeanMethods = false)
public class LeaseConfiguration {
  @Bean
  ZoneLease zoneLease(@Qualifier("readingDataSource") DataSource database) {
    return new JdbcZoneLease(JdbcClient.create(database), UUID.randomUUID().toString());
  }
}
