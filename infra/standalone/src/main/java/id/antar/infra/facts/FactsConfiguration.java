package id.antar.infra.facts;

import id.antar.gateway.stream.fact.StoredFacts;
import id.antar.infra.store.EventRows;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The event store for those who follow its facts.
@Configuration(proxyBeanMethods = false)
public class FactsConfiguration {
  @Bean
  StoredFacts storedFacts(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      EventUpcaster upcasters,
      ObjectProvider<EventProcessingConfiguration> processing) {
    return new JdbcStoredFacts(
        JdbcClient.create(dataSource),
        new TransactionTemplate(transactions),
        new EventRows(eventSerializer, upcasters),
        processing);
  }
}
