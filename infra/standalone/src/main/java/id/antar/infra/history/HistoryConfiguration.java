package id.antar.infra.history;

import id.antar.api.ops.StartJob;
import id.antar.api.time.EngineClock;
import id.antar.infra.personal.EventJson;
import id.antar.infra.store.EventRows;
import id.antar.query.history.EventArchive;
import id.antar.query.history.EventIndex;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The past, as it is stored.
@Configuration(proxyBeanMethods = false)
public class HistoryConfiguration {

  @Bean
  EventArchive eventArchive(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Serializer serializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      EventUpcaster upcasters,
      EventJson json,
      EngineClock clock,
      ObjectProvider<EventStore> events) {
    var rows = new EventRows(eventSerializer, upcasters);
    return new JdbcEventArchive(
        JdbcClient.create(dataSource),
        new TransactionTemplate(transactions),
        rows,
        new ShownEvents(rows, json),
        new Settled(serializer, clock),
        events);
  }

  @Bean
  EventExport eventExport(
      StartJob jobs, ObjectProvider<EventIndex> index, EventArchive archive, MeterRegistry meters) {
    return new EventExport(jobs, index, archive, meters);
  }
}
