package id.antar.infra.audit;

import id.antar.api.time.EngineClock;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Role;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the audit log is written with.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
public class AuditConfiguration {

  @Bean(initMethod = "start", destroyMethod = "close")
  @OnRole({Role.GATEWAY, Role.COMMAND})
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
}
