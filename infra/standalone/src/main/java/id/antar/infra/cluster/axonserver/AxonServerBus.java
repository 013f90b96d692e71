package id.antar.infra.cluster.axonserver;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.account.Fingerprints;
import id.antar.api.mode.ProductionCheck;
import id.antar.infra.cluster.Answering;
import id.antar.infra.cluster.ClusterProperties;
import id.antar.infra.cluster.NodeName;
import id.antar.infra.cluster.OnBus;
import id.antar.infra.cluster.Wire;
import id.antar.infra.role.Part;
import id.antar.infra.role.Role;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The buses of an engine whose processes have an Axon Server between them. Events stay in the
/// database.
@Configuration(proxyBeanMethods = false)
@Conditional(OnBus.AxonServer.class)
public class AxonServerBus {

  @Bean
  ProductionCheck axonServerCheck(ClusterProperties properties) {
    return new AxonServerCheck(properties.axonServer());
  }

  /// The same wherever processes of the engine are.
  @Bean
  Envelope envelope(
      ClusterProperties properties, Wire wire, RoutingStrategy routing, Fingerprints fingerprints) {
    String key = fingerprints.of("axon-server", properties.name());
    return new Envelope(properties.name(), wire, routing, new Seal(HexFormat.of().parseHex(key)));
  }

  @Bean
  Received received(Envelope envelope, Wire wire, Answering answering) {
    return new Received(envelope, wire, answering);
  }

  /// A dispatcher is asked whatever others are, as one of them alone may know.
  @Bean(destroyMethod = "close")
  Line line(ClusterProperties properties, Part part) {
    String self = NodeName.of(part);
    return Line.to(
        properties.axonServer(), self, part.has(Role.DISPATCH) ? self : properties.name());
  }

  /// Who cannot say that it is there for some seconds is gone.
  @Bean(defaultCandidate = false)
  HikariDataSource presenceDataSource(DatabaseAddress address) {
    return ConnectionPools.hasty("presence", address);
  }

  @Bean
  Presence presence(
      ClusterProperties properties,
      Line line,
      @Qualifier("presenceDataSource") HikariDataSource database,
      @Qualifier("clusterWork") ExecutorService work) {
    return new Presence(
        JdbcClient.create(database), work, properties.name(), line.self(), line::isUp);
  }

  @Bean
  @Primary
  ServerCommands serverCommandBus(
      Line line,
      Envelope envelope,
      Received received,
      ClusterProperties properties,
      @Qualifier("localSegment") CommandBus local,
      @Qualifier("clusterWork") ExecutorService work,
      @Qualifier("clusterTimer") ScheduledExecutorService timer,
      org.axonframework.config.Configuration axon) {
    return new ServerCommands(
        line,
        envelope,
        local,
        line.commands(new ReceivedCommands(received, envelope), work),
        axon.getComponent(CommandBusSpanFactory.class),
        work,
        timer,
        properties.answerWithin());
  }

  @Bean
  @Primary
  ServerQueries serverQueryBus(
      Line line,
      Envelope envelope,
      Received received,
      ClusterProperties properties,
      @Qualifier("localSegment") QueryBus local,
      @Qualifier("messageSerializer") Serializer messages,
      @Qualifier("clusterWork") ExecutorService work) {
    return new ServerQueries(
        line,
        envelope,
        local,
        line.queries(
            new ReceivedQueries(received, envelope, local.queryUpdateEmitter()), messages, work),
        work,
        properties.answerWithin());
  }

  @Bean
  ServerMember serverMember(
      Line line,
      Presence presence,
      ServerCommands commands,
      ServerQueries queries,
      Received received) {
    return new ServerMember(line, presence, commands, queries, received);
  }

  @Bean
  HealthIndicator axonServerHealthIndicator(Line line) {
    return () -> (line.isReady() ? Health.up() : Health.outOfService()).build();
  }
}
