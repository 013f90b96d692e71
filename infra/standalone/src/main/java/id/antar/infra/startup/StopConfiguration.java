package id.antar.infra.startup;

import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How a process stops without anybody noticing who has another to go to.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StopProperties.class)
public class StopConfiguration {
  @Bean
  Drain drain(
      ApplicationContext context,
      StopProperties properties,
      @Value("${antar.cluster.name:}") String cluster) {
    return new Drain(context, properties.settle(cluster.isBlank()));
  }

  @Bean
  ProcessesEnd processesEnd(ObjectProvider<EventProcessingConfiguration> processing) {
    return new ProcessesEnd(processing);
  }
}
