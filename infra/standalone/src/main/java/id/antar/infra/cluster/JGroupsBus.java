package id.antar.infra.cluster;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.account.Fingerprints;
import id.antar.infra.role.Part;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.distributed.DistributedCommandBus;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/// The buses of an engine whose processes talk by JGroups. They find each other by the database
/// that they share.
@Configuration(proxyBeanMethods = false)
@Conditional(OnBus.JGroups.class)
class JGroupsBus {

  /// For what finds the others.
  @Bean(defaultCandidate = false)
  HikariDataSource clusterDataSource(DatabaseAddress address) {
    return ConnectionPools.small("cluster", address, 2);
  }

  @Bean
  Cluster cluster(
      ClusterProperties properties,
      Environment environment,
      Fingerprints fingerprints,
      @Qualifier("clusterDataSource") HikariDataSource database,
      Wire wire,
      @Qualifier("clusterWork") ExecutorService work,
      @Qualifier("clusterTimer") ScheduledExecutorService timer)
      throws Exception {
    return new Cluster(
        Channels.open(
            properties, NodeName.of(Part.of(environment)), key(properties, fingerprints), database),
        wire,
        work,
        timer,
        properties.answerWithin());
  }

  /// All processes of an engine have the same key of fingerprints.
  private static SecretKeySpec key(ClusterProperties properties, Fingerprints fingerprints) {
    String text = fingerprints.of("cluster", properties.name());
    return new SecretKeySpec(HexFormat.of().parseHex(text), "AES");
  }

  @Bean
  ClusterCommands clusterCommands(
      Cluster cluster,
      Wire wire,
      @Qualifier("localSegment") CommandBus local,
      RoutingStrategy routing,
      @Qualifier("clusterWork") ExecutorService work) {
    return new ClusterCommands(cluster, wire, local, routing, work);
  }

  @Bean
  @Primary
  DistributedCommandBus clusterCommandBus(
      ClusterCommands commands, org.axonframework.config.Configuration axon) {
    return DistributedCommandBus.builder()
        .commandRouter(commands)
        .connector(commands)
        .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
        .build();
  }

  @Bean
  @Primary
  ClusterQueries clusterQueryBus(
      Cluster cluster,
      Wire wire,
      @Qualifier("localSegment") QueryBus local,
      @Qualifier("clusterWork") ExecutorService work) {
    return new ClusterQueries(cluster, wire, local, work);
  }

  @Bean
  GroupMember groupMember(
      Cluster cluster,
      ClusterProperties properties,
      ClusterCommands commands,
      ClusterQueries queries,
      Answering answering) {
    return new GroupMember(cluster, properties.name(), commands, queries, answering);
  }
}
