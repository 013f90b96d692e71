package id.antar.infra.health;

import id.antar.api.ops.OpsQuery.Processor;
import id.antar.api.road.RoadQuery.GetMap;
import id.antar.infra.ops.ProcessorBoard;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Role;
import id.antar.infra.time.KeptTime;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/// The state of everything that a process stands on, by its roles. Without the database it is down;
/// without the rest it is degraded, and orders go on.
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:health-defaults.properties")
@Import(DoorConfiguration.class)
public class HealthConfiguration {
  private static final Status DEGRADED = new Status("DEGRADED");
  private static final int PATIENCE_SECONDS = 2;

  private interface Check {
    Health run() throws Exception;
  }

  private static HealthIndicator check(Status otherwise, Check check) {
    return () -> {
      try {
        return check.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Health.status(otherwise).withDetail("error", "interrupted").build();
      } catch (Exception e) {
        return Health.status(otherwise).withDetail("error", String.valueOf(e.getMessage())).build();
      }
    };
  }

  @Bean
  HealthIndicator databaseHealthIndicator(DataSource dataSource) {
    return check(
        Status.DOWN,
        () -> {
          try (Connection connection = dataSource.getConnection()) {
            boolean valid = connection.isValid(PATIENCE_SECONDS);
            return Health.status(valid ? Status.UP : Status.DOWN)
                .withDetail("product", connection.getMetaData().getDatabaseProductVersion())
                .build();
          }
        });
  }

  @Bean
  HealthIndicator timeHealthIndicator(KeptTime time) {
    return () ->
        time.findFault()
            .map(fault -> Health.down().withDetail("error", fault).build())
            .orElseGet(() -> Health.up().build());
  }

  @Bean
  HealthIndicator eventStoreHealthIndicator(ProcessorBoard board) {
    return check(Status.DOWN, () -> Health.up().withDetail("lastPosition", board.head()).build());
  }

  @Bean
  @OnRole(Role.QUERY)
  HealthIndicator elasticsearchHealthIndicator(RestClient connections) {
    return check(
        DEGRADED,
        () -> {
          var request = new Request("GET", "/_cluster/health");
          request.addParameter("timeout", PATIENCE_SECONDS + "s");
          request.addParameter("filter_path", "status");
          String answer =
              new String(
                  connections.performRequest(request).getEntity().getContent().readAllBytes(),
                  StandardCharsets.UTF_8);
          boolean usable = answer.contains("green") || answer.contains("yellow");
          return Health.status(usable ? Status.UP : DEGRADED).build();
        });
  }

  /// The dispatcher has it; the gateway asks for it.
  @Bean
  @OnRole({Role.DISPATCH, Role.GATEWAY})
  HealthIndicator roadMapHealthIndicator(QueryGateway queries) {
    return check(
        DEGRADED,
        () -> {
          var query = new GetMap();
          var map =
              queries
                  .query(query, ResponseTypes.instanceOf(query.answer()))
                  .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
          return Health.up().withDetail("mapVersion", map.mapVersion()).build();
        });
  }

  /// Those that other processes work on are well here too.
  @Bean
  HealthIndicator processorsHealthIndicator(ProcessorBoard board) {
    return check(
        DEGRADED,
        () -> {
          List<Processor> all = board.ofThisProcess();
          boolean well = all.stream().allMatch(it -> it.running() && it.deadLetters() == 0);
          Health.Builder health = Health.status(well ? Status.UP : DEGRADED);
          all.stream()
              .filter(it -> !it.running() || it.deadLetters() > 0 || it.lag() > 0)
              .forEach(it -> health.withDetail(it.name(), describe(it)));
          return health.build();
        });
  }

  private static String describe(Processor it) {
    return (it.running() ? "running" : "not running")
        + ", "
        + it.lag()
        + " behind, "
        + it.deadLetters()
        + " parked";
  }
}
