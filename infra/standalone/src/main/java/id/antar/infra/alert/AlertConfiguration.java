package id.antar.infra.alert;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.alert.AlertQuery.AlertCounts;
import id.antar.api.alert.AlertQuery.CountAlerts;
import id.antar.api.position.PositionBus;
import id.antar.api.position.PositionBus.Subscription;
import id.antar.api.time.EngineClock;
import id.antar.command.alert.watch.AlertPolicy;
import id.antar.command.alert.watch.AlertWatch;
import id.antar.infra.meters.Polled;
import id.antar.infra.payment.CalledProviders;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Role;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import id.antar.infra.store.NamedLock;
import id.antar.query.board.LiveBoard;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Looks for what wants an operator's eye, where the live board is.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertProperties.class)
public class AlertConfiguration {
  private static final Duration COUNTED = Duration.ofSeconds(15);

  @Bean
  AlertPolicy alertPolicy(AlertProperties properties, EngineClock clock) {
    return properties.policy().at(clock.speed());
  }

  @Bean
  @OnRole(Role.QUERY)
  ThresholdAnswers thresholdAnswers(AlertPolicy alertPolicy) {
    return new ThresholdAnswers(alertPolicy);
  }

  @Bean
  LiveDoors liveDoors() {
    return new LiveDoors();
  }

  @Bean(destroyMethod = "close", defaultCandidate = false)
  @OnRole(Role.QUERY)
  Subscription liveDoorsSubscription(PositionBus bus, LiveDoors liveDoors) {
    return bus.attach(liveDoors);
  }

  @Bean
  @OnRole(Role.QUERY)
  AlertRound alertRound(
      QueryGateway queries,
      CommandGateway commands,
      EngineClock clock,
      PositionBus positions,
      LiveDoors liveDoors,
      CalledProviders providers,
      AlertPolicy alertPolicy) {
    var sight = new AlertSight(queries, clock, positions, liveDoors, providers);
    return new AlertRound(sight, () -> new AlertWatch(alertPolicy), commands);
  }

  @Bean(defaultCandidate = false)
  @OnRole(Role.QUERY)
  HikariDataSource alertDataSource(DatabaseAddress address) {
    return ConnectionPools.forLock("alerts", address);
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "antar.alerts.watching", matchIfMissing = true)
  @OnRole(Role.QUERY)
  AlertLoop alertLoop(
      AlertRound alertRound,
      @Qualifier("alertDataSource") HikariDataSource alertDataSource,
      ObjectProvider<LiveBoard> board,
      AlertProperties properties) {
    return new AlertLoop(
        alertRound,
        () ->
            board.getIfAvailable() == null
                ? Optional.empty()
                : NamedLock.take(alertDataSource, "alerts"),
        properties.every());
  }

  @Bean
  @OnRole(Role.QUERY)
  Polled<AlertCounts> alertMeters(QueryGateway queries, MeterRegistry meters) {
    Polled<AlertCounts> counts =
        Polled.every(COUNTED, () -> queries.query(new CountAlerts(), AlertCounts.class));
    AlertMeters.register(meters, counts);
    return counts;
  }
}
