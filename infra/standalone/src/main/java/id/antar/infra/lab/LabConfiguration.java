package id.antar.infra.lab;

import id.antar.api.ops.StartJob;
import id.antar.dispatch.road.RoadNetwork;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Role;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The policy lab, over this engine's history and streets.
@Configuration(proxyBeanMethods = false)
public class LabConfiguration {
  @Bean(destroyMethod = "close")
  @OnRole(Role.DISPATCH)
  LabHandlers labHandlers(StartJob jobs, EventStore events, RoadNetwork streets) {
    return new LabHandlers(jobs, events, streets);
  }
}
