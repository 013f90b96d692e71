package id.antar.infra.ops;

import id.antar.api.ops.StartJob;
import id.antar.api.time.EngineClock;
import id.antar.dispatch.live.DecisionVerifier;
import id.antar.infra.personal.KeyRotation;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Role;
import id.antar.infra.work.Owner;
import id.antar.infra.work.WorkFolder;
import id.antar.query.rebuild.ProjectionRebuild;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Long work and the state of the processors. What handles a message is where it can be done: what
/// concerns views where views are kept, and so on; only of jobs every process knows.
@Configuration(proxyBeanMethods = false)
public class OpsConfiguration {
  /// Of real time.
  private static final Duration BEAT = Duration.ofSeconds(1);

  @Bean
  StoredTokens storedTokens(
      DataSource dataSource, PlatformTransactionManager transactions, Serializer serializer) {
    return new StoredTokens(
        JdbcClient.create(dataSource),
        new TransactionTemplate(transactions),
        serializer,
        Clock.systemUTC());
  }

  @Bean
  ProcessorBoard processorBoard(
      EventProcessingConfiguration processing,
      EventStore events,
      StoredTokens tokens,
      Owner owner,
      DataSource dataSource,
      PlatformTransactionManager transactions,
      EngineClock clock) {
    return new ProcessorBoard(
        processing,
        events,
        tokens,
        owner.name(),
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
  Retries retries(StartJob jobs, DeadLetterTable table, EventProcessingConfiguration processing) {
    return new Retries(jobs, table, new ParkedEvents(processing, table));
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @OnRole(Role.QUERY)
  SegmentWishes segmentWishes(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      EventProcessingConfiguration processing,
      Owner owner) {
    return new SegmentWishes(
        JdbcClient.create(dataSource),
        new TransactionTemplate(transactions),
        processing,
        owner.name());
  }

  @Bean
  @OnRole(Role.QUERY)
  DeadLetterHandlers deadLetterHandlers(
      StartJob jobs,
      DeadLetterTable table,
      Retries retries,
      EventProcessingConfiguration processing,
      SegmentWishes wishes,
      ObjectProvider<EventStore> events,
      ProjectionRebuild rebuild,
      TransactionManager axonTransactions) {
    return new DeadLetterHandlers(
        jobs, table, retries, new Takeover(processing, wishes), events, rebuild, axonTransactions);
  }

  @Bean
  @OnRole(Role.COMMAND)
  ProcessLetterHandlers processLetterHandlers(Retries retries) {
    return new ProcessLetterHandlers(retries);
  }

  @Bean(destroyMethod = "close")
  Jobs jobs(
      EngineClock clock,
      WorkFolder work,
      Owner owner,
      DataSource dataSource,
      PlatformTransactionManager transactions,
      @Qualifier("messageMapper") JsonMapper json) {
    var table =
        new JobTable(JdbcClient.create(dataSource), new TransactionTemplate(transactions), json);
    return new Jobs(clock, table, new JobFolder(work), owner.name(), BEAT);
  }

  @Bean
  JobHandlers jobHandlers(Jobs jobs) {
    return new JobHandlers(jobs);
  }

  @Bean
  @OnRole(Role.QUERY)
  ProjectionHandlers projectionHandlers(
      StartJob jobs, ProcessorBoard board, ProjectionRebuild rebuild) {
    return new ProjectionHandlers(jobs, board, rebuild);
  }

  @Bean
  @OnRole(Role.DISPATCH)
  DecisionHandlers decisionHandlers(StartJob jobs, DecisionVerifier verifier) {
    return new DecisionHandlers(jobs, verifier);
  }

  @Bean
  @OnRole(Role.COMMAND)
  KeyHandlers keyHandlers(StartJob jobs, KeyRotation rotation) {
    return new KeyHandlers(jobs, rotation);
  }
}
