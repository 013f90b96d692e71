package id.antar.infra.lease;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.dispatch.live.ZoneLease;
import id.antar.infra.cluster.Processes;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Role;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Who plans a zone.
@Configuration(proxyBeanMethods = false)
@OnRole(Role.DISPATCH)
public class LeaseConfiguration {
  @Bean(defaultCandidate = false)
  HikariDataSource leaseDataSource(DatabaseAddress address) {
    return ConnectionPools.hasty("lease", address);
  }

  @Bean
  ZoneLease zoneLease(
      @Qualifier("leaseDataSource") HikariDataSource database,
      ObjectProvider<Processes> processes) {
    var lease =
        new JdbcZoneLease(
            JdbcClient.create(database),
            new TransactionTemplate(new JdbcTransactionManager(database)),
            UUID.randomUUID().toString());
    return new HeardLease(lease, () -> processes.stream().allMatch(Processes::hasCommands));
  }
}
