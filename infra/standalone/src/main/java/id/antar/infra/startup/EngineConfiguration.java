package id.antar.infra.startup;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.time.EngineClock;
import id.antar.dispatch.live.DispatchSettings;
import id.antar.gateway.identity.TokenIssuer;
import id.antar.infra.mode.ProductionGate;
import id.antar.infra.role.Part;
import id.antar.infra.role.Role;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.servers.Servers;
import id.antar.infra.store.ConnectionPools;
import id.antar.infra.time.ClockFile;
import id.antar.infra.time.ClockTable;
import id.antar.infra.time.KeptTime;
import id.antar.infra.time.SharedClock;
import id.antar.infra.work.Console;
import id.antar.infra.work.Owner;
import id.antar.infra.work.WorkFolder;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The work folder, the servers and the clock: what everything else needs, made first and closed
/// last.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineProperties.class)
public class EngineConfiguration {
  @Bean
  Console console(EngineProperties properties) {
    return properties.quiet() ? Console.silent() : Console.onTerminal();
  }

  @Bean
  Part part(Environment environment) {
    return Part.of(environment);
  }

  @Bean
  MeterBinder buildInfo(Part part) {
    return meters ->
        Gauge.builder("antar.build.info", () -> 1)
            .description("Always 1; its labels say what runs")
            .tag("version", Welcome.version())
            .tag("roles", part.toString())
            .register(meters);
  }

  /// @param gate passed before anything is written or started
  @Bean
  WorkFolder workFolder(
      EngineProperties properties, ProductionGate gate, Part part, Environment environment) {
    ClusterGate.pass(environment, part);
    WorkFolder work = WorkFolder.at(properties.work());
    work.takeLock();
    return work;
  }

  @Bean
  Owner owner(WorkFolder work, Part part) {
    return Owner.of(work, part.alone());
  }

  /// Stopped when nobody needs them any more; also when the engine is told to stop before it has
  /// come up, and this bean does not exist yet.
  @Bean(destroyMethod = "close")
  Servers servers(WorkFolder work, EngineProperties properties, Console console, Part part) {
    EngineProperties.Folders folders = properties.servers();
    Path home = folders.home();
    console.say("Antar starts in " + work.root());
    Servers servers =
        Servers.start(
            work,
            new Servers.Settings(
                folders.archives(),
                home == null ? work.path("servers") : home.toAbsolutePath().normalize(),
                properties.mysql().url(),
                properties.mysql().port(),
                properties.elasticsearch().url(),
                properties.elasticsearch().port(),
                part.has(Role.QUERY)),
            console);
    SpringApplication.getShutdownHandlers().add(servers::close);
    return servers;
  }

  /// The file is of this folder, and the events may be of another.
  @Bean(destroyMethod = "close")
  KeptTime keptTime(
      WorkFolder work, EngineProperties properties, Part part, DatabaseAddress address) {
    Double speed = properties.clock().speed();
    HikariDataSource connections = ConnectionPools.hasty("clock", address);
    var table = new ClockTable(JdbcClient.create(connections));
    if (!part.alone()) {
      var transactions = new TransactionTemplate(new JdbcTransactionManager(connections));
      return SharedClock.open(table, transactions, speed, System::nanoTime, connections);
    }
    try (connections) {
      Instant now = Clock.systemUTC().instant();
      Instant last = table.lastRecorded();
      return ClockFile.open(work, speed, last.isAfter(now) ? last : now);
    }
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> clockStart(KeptTime time) {
    return _ -> time.engineIsReady();
  }

  @Bean
  EngineClock engineClock(KeptTime time) {
    return time.clock();
  }

  @Bean
  DispatchSettings dispatchSettings(EngineProperties properties, WorkFolder work) {
    return DispatchSettings.of(properties.map().file(), work.folder("roads"))
        .withPolicy(properties.dispatch().policy());
  }

  @Bean
  Welcome welcome(
      WorkFolder work,
      EngineProperties properties,
      Console console,
      EngineClock clock,
      ObjectProvider<TokenIssuer> tokens) {
    return new Welcome(work, console, properties, clock, tokens);
  }
}
