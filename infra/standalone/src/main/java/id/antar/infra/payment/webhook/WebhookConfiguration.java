package id.antar.infra.payment.webhook;

import id.antar.api.time.EngineClock;
import id.antar.infra.startup.Role;
import id.antar.infra.startup.WithRole;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// What payment providers deliver: kept, interpreted, forgotten.
@Configuration(proxyBeanMethods = false)
public class WebhookConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookConfiguration.class);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration CLEAN_UP = Duration.ofMinutes(10);

  @Bean
  DatabaseWebhooks databaseWebhooks(ConnectionFactory connections) {
    return new DatabaseWebhooks(client(connections));
  }

  @Bean
  WebhookDesk webhookDesk(ConnectionFactory connections) {
    return new WebhookDesk(client(connections));
  }

  private static DatabaseClient client(ConnectionFactory connections) {
    return DatabaseClient.builder().connectionFactory(connections).namedParameters(false).build();
  }

  @Bean(destroyMethod = "dispose", defaultCandidate = false)
  Scheduler webhookScheduler() {
    return Schedulers.newBoundedElastic(8, 1_000, "webhooks");
  }

  @Bean
  InterpretingWebhooks interpretingWebhooks(
      DatabaseWebhooks webhooks,
      CommandGateway commands,
      EngineClock clock,
      @Qualifier("webhookScheduler") Scheduler scheduler,
      MeterRegistry meters) {
    return new InterpretingWebhooks(webhooks, commands, clock, scheduler, meters);
  }

  /// Begins when everybody is there to be sent a command.
  @Bean(destroyMethod = "dispose")
  @WithRole(Role.COMMAND)
  Working workingOnWebhooks(
      DatabaseWebhooks webhooks,
      InterpretingWebhooks interpreting,
      @Value("${antar.payment.webhooks.retention:P14D}") Duration retention) {
    return new Working(
        repeated(PAUSE, interpreting::round, "Webhooks cannot be interpreted."),
        repeated(
            CLEAN_UP,
            () -> webhooks.forgetOlderThan(retention),
            "Old webhooks cannot be forgotten."));
  }

  private interface Round {
    Mono<Long> go();
  }

  private static Flux<Long> repeated(Duration pause, Round round, String trouble) {
    return Flux.interval(pause)
        .onBackpressureDrop()
        .concatMap(_ -> round.go().doOnError(e -> LOG.warn(trouble, e)).onErrorComplete(), 1);
  }

  static final class Working implements ApplicationListener<ApplicationReadyEvent>, Disposable {
    private final Flux<Long> work;
    private final Disposable.Swap running = Disposables.swap();

    @SafeVarargs
    Working(Flux<Long>... work) {
      this.work = Flux.merge(work);
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
      running.update(work.subscribe());
    }

    @Override
    public void dispose() {
      running.dispose();
    }
  }
}
