package id.antar.infra.history;

import id.antar.api.ops.StartJob;
import id.antar.infra.log.JdbcLogPlaces;
import id.antar.infra.personal.EventJson;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Role;
import id.antar.infra.store.EventRows;
import id.antar.query.history.EventArchive;
import id.antar.query.history.EventIndex;
import id.antar.query.log.Settling;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
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

  /// A page that was given out is never given out again.
  private static final Duration GAP_PATIENCE = Duration.ofSeconds(2);

  @Bean
  EventArchive eventArchive(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Serializer serializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      EventUpcaster upcasters,
      EventJson json,
      ObjectProvider<EventStore> events) {
    var rows = new EventRows(eventSerializer, upcasters);
    var database = JdbcClient.create(dataSource);
    var each = new TransactionTemplate(transactions);
    var settling = new Settling(new JdbcLogPlaces(database, each), GAP_PATIENCE, System::nanoTime);
    return new JdbcEventArchive(
        database,
        each,
        rows,
        new ShownEvents(rows, json),
        new WholeIndex(database, each, serializer, settling),
        events);
  }

  @Bean
  @OnRole(Role.QUERY)
  EventExport eventExport(
      StartJob jobs, EventIndex index, EventArchive archive, MeterRegistry meters) {
    return new EventExport(jobs, index, archive, meters);
  }
}
