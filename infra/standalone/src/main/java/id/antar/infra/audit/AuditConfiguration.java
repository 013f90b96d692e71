package id.antar.infra.audit;

import id.antar.api.time.EngineClock;
import id.antar.query.audit.EventArchive;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the audit log is written with and read from.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
public class AuditConfiguration {

  @Bean(initMethod = "start", destroyMethod = "close")
  AuditRecorder auditRecorder(
      EventStore events, EngineClock clock, AuditProperties limits, MeterRegistry meters) {
    return new AuditRecorder(some -> store(events, some), clock, limits, meters);
  }

  private static void store(EventStore events, List<EventMessage<?>> some) {
    try {
      events.publish(some);
    } catch (ConcurrencyException | AggregateStreamCreationException e) {
      throw new AuditRecorder.AlreadyStored(e);
    }
  }

  @Bean
  EventArchive eventArchive(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      ObjectProvider<EventStore> events) {
    return new JdbcEventArchive(
        JdbcClient.create(dataSource),
        new TransactionTemplate(transactions),
        eventSerializer,
        events);
  }
}
