package id.antar.infra.idempotency;

import id.antar.infra.personal.SealedText;
import id.antar.infra.startup.Role;
import id.antar.infra.startup.WithRole;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/// The memory of repeated requests.
@Configuration(proxyBeanMethods = false)
public class IdempotencyConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyConfiguration.class);
  private static final Duration CLEAN_UP = Duration.ofMinutes(10);

  @Bean
  DatabaseMemory rememberRequest(ConnectionFactory connections, SealedText sealing) {
    return new DatabaseMemory(
        DatabaseClient.builder().connectionFactory(connections).namedParameters(false).build(),
        new SealedBodies(sealing));
  }

  @Bean(destroyMethod = "dispose")
  @WithRole(Role.GATEWAY)
  Disposable forgettingOldRequests(DatabaseMemory memory) {
    return Flux.interval(CLEAN_UP)
        .onBackpressureDrop()
        .concatMap(_ ->
            memory
                .forgetOld()
                .doOnError(e -> LOG.warn("Old requests cannot be forgotten.", e))
                .onErrorComplete())
        .subscribe();
  }
}
