package id.antar.infra.ops;

import id.antar.api.time.EngineClock;
import id.antar.dispatch.live.DecisionVerifier;
import id.antar.infra.personal.KeyRotation;
import id.antar.infra.work.WorkFolder;
import id.antar.query.rebuild.ProjectionRebuild;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Long work and the state of the processors.
@Configuration(proxyBeanMethods = false)
public class OpsConfiguration {
  @Bean
  ProcessorBoard processorBoard(
      EventProcessingConfiguration processing,
      EventStore events,
      DataSource dataSource,
      PlatformTransactionManager transactions,
      EngineClock clock) {
    return new ProcessorBoard(
        processing,
        events,
        JdbcClient.create(dataSource),
        new TransactionTemplate(transactions),
        clock);
  }

  @Bean
  DeadLetterTable deadLetterTable(DataSource dataSource, PlatformTransactionManager transactions) {
    return new DeadLetterTable(
        JdbcClient.create(dataSource), new TransactionTemplate(transactions));
  }

  @Bean
  DeadLetterHandlers deadLetterHandlers(
      Jobs jobs,
      DeadLetterTable table,
      EventProcessingConfiguration processing,
      ObjectProvider<EventStore> events,
      ObjectProvider<ProjectionRebuild> rebuild,
      PlatformTransactionManager transactions,
      TransactionManager axonTransactions) {
    return new DeadLetterHandlers(
        jobs,
        table,
        new ParkedEvents(processing, table, new TransactionTemplate(transactions)),
        events,
        rebuild,
        axonTransactions);
  }

  @Bean
  Jobs jobs(EngineClock clock, WorkFolder work, @Qualifier("messageMapper") JsonMapper json) {
    return new Jobs(clock, new JobFolder(work, json));
  }

  @Bean
  OpsHandlers opsHandlers(
      Jobs jobs,
      ProcessorBoard board,
      ObjectProvider<ProjectionRebuild> rebuild,
      ObjectProvider<DecisionVerifier> verifier,
      KeyRotation rotation) {
    return new OpsHandlers(jobs, board, rebuild, verifier, rotation);
  }
}
