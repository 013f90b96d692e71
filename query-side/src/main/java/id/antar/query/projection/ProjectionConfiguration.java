package id.antar.query.projection;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/// What all projections share.
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

  private static final int OPENING_THREADS = 8;
  private static final int OPENINGS_QUEUED = 2_000;

  /// For what readers are answered with.
  @Bean(destroyMethod = "dispose", defaultCandidate = false)
  Scheduler rowScheduler() {
    return Schedulers.newBoundedElastic(OPENING_THREADS, OPENINGS_QUEUED, "rows");
  }

  @Bean
  Tables tables(
      ConnectionFactory connections,
      @Qualifier("readersConnections") ConnectionFactory readers,
      @Qualifier("messageMapper") JsonMapper json,
      @Qualifier("rowScheduler") Scheduler rowScheduler,
      FetchPersonKeys keys) {
    return new Tables(client(readers), client(connections), json, new Opening(rowScheduler, keys));
  }

  private static DatabaseClient client(ConnectionFactory connections) {
    return DatabaseClient.builder().connectionFactory(connections).namedParameters(false).build();
  }
}
