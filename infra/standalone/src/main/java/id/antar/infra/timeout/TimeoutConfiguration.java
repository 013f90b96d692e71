package id.antar.infra.timeout;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.time.EngineClock;
import id.antar.command.timeout.ScheduleTimeout;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Role;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import id.antar.infra.work.Owner;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Commands for later, kept by db-scheduler, due by the engine's clock.
///
/// Putting one down belongs to the transaction at hand. Finding and sending those that are due does
/// not, and has connections of its own.
@Configuration(proxyBeanMethods = false)
@OnRole(Role.COMMAND)
public class TimeoutConfiguration {
  private static final int THREADS = 8;
  private static final Duration POLLING = Duration.ofMillis(100);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int MISSED_HEARTBEATS = 4;

  @Bean
  DueCommandJson dueCommandJson(@Qualifier("messageMapper") JsonMapper json) {
    return new DueCommandJson(json);
  }

  @Bean
  OneTimeTask<DueCommand> dueCommandTask(
      ObjectProvider<CommandGateway> commands, EngineClock clock) {
    return new SendingDueCommands(commands::getObject, clock).task();
  }

  @Bean
  ScheduleTimeout scheduleTimeout(
      DataSource dataSource,
      OneTimeTask<DueCommand> task,
      DueCommandJson json,
      PlatformTransactionManager transactions) {
    var inTransaction = new TransactionAwareDataSourceProxy(dataSource);
    SchedulerClient client =
        SchedulerClient.Builder.create(inTransaction, task)
            .serializer(json)
            .jdbcCustomization(new AutodetectJdbcCustomization(dataSource, true))
            .build();
    var table = new DueTable(JdbcClient.create(dataSource), task.getName());
    return new StoredTimeouts(client, task, table, json, new TransactionTemplate(transactions));
  }

  @Bean(defaultCandidate = false)
  HikariDataSource timeoutDataSource(DatabaseAddress address) {
    return ConnectionPools.small("timeouts", address, THREADS);
  }

  /// Heartbeats are sent in real time and judged by the engine's clock, which may run faster.
  @Bean
  RunningScheduler timeoutScheduler(
      @Qualifier("timeoutDataSource") HikariDataSource dataSource,
      OneTimeTask<DueCommand> task,
      DueCommandJson json,
      Owner owner,
      EngineClock clock) {
    Scheduler scheduler =
        Scheduler.create(dataSource, task)
            .schedulerName(new SchedulerName.Fixed(owner.name()))
            .serializer(json)
            .clock(clock::instant)
            .alwaysPersistTimestampInUTC()
            .pollingInterval(POLLING)
            .threads(THREADS)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit((int) Math.ceil(MISSED_HEARTBEATS * Math.max(1, clock.speed())))
            .shutdownMaxWait(Duration.ofSeconds(5))
            .build();
    return new RunningScheduler(scheduler);
  }
}
