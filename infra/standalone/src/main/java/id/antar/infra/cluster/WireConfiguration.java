package id.antar.infra.cluster;

import id.antar.infra.personal.MessageJson;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What every bus between processes needs. The buses within a process write nothing.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClusterProperties.class)
public class WireConfiguration {

  @Bean
  @Qualifier("messageSerializer")
  Serializer messageSerializer(MessageJson json, RevisionResolver revisions) {
    return new WireJson(json).serializer(revisions);
  }

  /// Named, or Axon takes the one for messages, and what is stored would change.
  @Bean
  @Qualifier("eventSerializer")
  Serializer eventSerializer(Serializer serializer) {
    return serializer;
  }

  @Bean
  RoutingStrategy routingStrategy() {
    return new RouteByAggregate();
  }
}
