package id.antar.infra.meters;

import id.antar.api.analytics.AnalyticsQuery.Figures;
import id.antar.api.ops.OpsQuery.Processor;
import id.antar.api.order.OrderStage;
import id.antar.api.time.EngineClock;
import id.antar.infra.ops.ProcessorBoard;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Role;
import id.antar.query.board.LiveBoard;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the business and the machinery are measured by where nothing measures itself.
@Configuration(proxyBeanMethods = false)
public class MetersConfiguration {
  private static final Duration OFTEN = Duration.ofSeconds(15);
  private static final Duration SELDOM = Duration.ofSeconds(30);

  /// What is measured waits for nobody else, and nobody for it.
  @Bean(defaultCandidate = false, destroyMethod = "shutdownNow")
  ExecutorService measuring() {
    return Executors.newSingleThreadExecutor(new AxonThreadFactory("Meters"));
  }

  @Bean
  Polled<List<Processor>> processorMeters(
      ProcessorBoard board,
      MeterRegistry registry,
      @Qualifier("measuring") ExecutorService measuring) {
    var meters = new ProcessorMeters(registry);
    return Polled.every(
        OFTEN, () -> CompletableFuture.supplyAsync(() -> meters.show(board), measuring));
  }

  @Bean
  @OnRole(Role.QUERY)
  Polled<Map<OrderStage, Long>> orderMeters(
      ObjectProvider<LiveBoard> board,
      MeterRegistry meters,
      @Qualifier("measuring") ExecutorService measuring) {
    Polled<Map<OrderStage, Long>> orders =
        Polled.every(
            OFTEN,
            () -> CompletableFuture.supplyAsync(() -> board.getObject().stages(), measuring));
    Arrays.stream(OrderStage.values())
        .filter(Predicate.not(OrderStage::isFinal))
        .forEach(stage ->
            Gauge.builder(
                    "antar.orders", orders, it -> it.value(all -> all.getOrDefault(stage, 0L)))
                .description("Orders that are not over")
                .tag("stage", stage.name().toLowerCase(Locale.ROOT))
                .register(meters));
    return orders;
  }

  @Bean
  @OnRole(Role.QUERY)
  Polled<Figures> lastHour(QueryGateway queries, EngineClock clock) {
    return Polled.every(
        SELDOM, () -> queries.query(LastHour.question(clock.instant()), Figures.class));
  }

  @Bean
  @OnRole(Role.QUERY)
  Polled<Figures> clickToDoor(QueryGateway queries, EngineClock clock) {
    return Polled.every(
        SELDOM, () -> queries.query(LastHour.timesQuestion(clock.instant()), Figures.class));
  }

  @Bean
  @OnRole(Role.QUERY)
  MeterBinder lastHourMeters(
      @Qualifier("lastHour") Polled<Figures> lastHour,
      @Qualifier("clickToDoor") Polled<Figures> clickToDoor) {
    return meters -> LastHour.register(meters, lastHour, clickToDoor);
  }

  /// The views' connections. Those by JDBC are measured by their pools.
  @Bean
  MeterBinder viewConnections(
      ConnectionPool views, @Qualifier("readersConnections") ConnectionPool readers) {
    return meters -> {
      connections(meters, "views", views);
      if (readers != views) {
        connections(meters, "readers", readers);
      }
    };
  }

  private static void connections(MeterRegistry meters, String name, ConnectionPool pool) {
    pool.getMetrics()
        .ifPresent(metrics -> {
          connections(meters, name, metrics, "acquired", PoolMetrics::acquiredSize);
          connections(meters, name, metrics, "idle", PoolMetrics::idleSize);
          connections(meters, name, metrics, "pending", PoolMetrics::pendingAcquireSize);
          connections(meters, name, metrics, "max", PoolMetrics::getMaxAllocatedSize);
        });
  }

  private static void connections(
      MeterRegistry meters,
      String name,
      PoolMetrics metrics,
      String what,
      ToIntFunction<PoolMetrics> size) {
    Gauge.builder("r2dbc.pool." + what, metrics, size::applyAsInt)
        .description("Connections of the pool, or who waits for one")
        .tag("pool", name)
        .register(meters);
  }
}
