package id.antar.infra.cluster;

import id.antar.infra.cluster.axonserver.AxonServerBus;
import id.antar.infra.messages.TellingCommandBus;
import id.antar.infra.messages.TellingQueryBus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What an engine of several processes has, whatever is between them.
@Configuration(proxyBeanMethods = false)
@Conditional(InCluster.class)
@Import({JGroupsBus.class, AxonServerBus.class})
public class ClusterConfiguration {

  @Bean(defaultCandidate = false, destroyMethod = "shutdownNow")
  ScheduledExecutorService clusterTimer() {
    var timer = new ScheduledThreadPoolExecutor(1, new AxonThreadFactory("Cluster"));
    // Nearly all limits are cancelled long before their time.
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  @Bean(defaultCandidate = false, destroyMethod = "shutdownNow")
  ExecutorService clusterWork() {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("cluster-", 0).factory());
  }

  @Bean
  Wire wire(@Qualifier("messageSerializer") Serializer messages) {
    return new Wire(messages);
  }

  @Bean
  Answering answering(
      @Qualifier("localSegment") CommandBus commands,
      @Qualifier("localSegment") QueryBus queries,
      Wire wire) {
    return new Answering(new TellingCommandBus(commands), new TellingQueryBus(queries), wire);
  }

  @Bean
  Membership membership(Belonging belonging) {
    return new Membership(belonging);
  }

  @Bean
  Departure leavingCluster(Belonging belonging) {
    return new Departure(belonging);
  }

  @Bean
  Gauge clusterProcesses(Processes processes, MeterRegistry meters) {
    return Gauge.builder("antar.cluster.processes", () -> processes.names().size())
        .description("Processes of this engine that this one knows, itself included")
        .register(meters);
  }

  @Bean
  HealthIndicator clusterHealthIndicator(Belonging belonging, Processes processes) {
    return () ->
        (belonging.isJoined() ? Health.up() : Health.outOfService())
            .withDetail("processes", processes.names())
            .build();
  }
}
