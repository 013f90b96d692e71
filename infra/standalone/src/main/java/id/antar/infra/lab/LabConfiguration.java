package id.antar.infra.lab;

import id.antar.api.ops.StartJob;
import id.antar.dispatch.road.RoadNetwork;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The policy lab, over this engine's history and streets.
@Configuration(proxyBeanMethods = false)
public class LabConfiguration {
  @Bean(destroyMethod = "close")
  LabHandlers labHandlers(StartJob jobs, EventStore events, ObjectProvider<RoadNetwork> road) {
    return new LabHandlers(jobs, events, road);
  }
}
