package id.antar.infra.cli;

import static java.util.Map.entry;

import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.startup.EngineStart;
import id.antar.infra.work.EngineFile;
import id.antar.infra.work.EngineFile.Engine;
import id.antar.infra.work.WorkFolder;
import id.antar.query.projection.Projector;
import id.antar.query.search.SearchIndex;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/// An engine that only reads: it brings the views up to the log's end, holds the log against its
/// chain, and the views against the events. It decides nothing, dispatches nobody and asks no
/// search server.
final class CheckingEngine {
  private CheckingEngine() {}

  /// @param given what an engine would be started with otherwise
  static boolean isWhole(WorkFolder work, DatabaseAddress database, List<String> given)
      throws IOException, InterruptedException {
    SpringApplication application = EngineStart.application();
    application.addListeners(settings(work, database));
    try (ConfigurableApplicationContext context = application.run(given.toArray(String[]::new))) {
      Engine engine = EngineFile.at(work).find().orElseThrow();
      var client = new OpsClient(engine.url(), OpsClient.operatorToken(work));
      boolean log = client.run(OpsRequest.verifyLog(0, Optional.empty()));
      boolean views = client.run(compare(context));
      return log && views;
    }
  }

  /// What is in the search server is made anew by the engine itself.
  private static OpsRequest compare(ConfigurableApplicationContext context) {
    var names = new TreeSet<String>();
    for (Projector<?> projector : context.getBeansOfType(Projector.class).values()) {
      if (!(projector.storage() instanceof SearchIndex<?>)) {
        names.add(projector.fold().name());
      }
    }
    OpsRequest all = OpsRequest.rebuild(List.copyOf(names), true);
    return new OpsRequest(
        "Building all views anew and comparing with those that were restored",
        all.path(),
        all.body());
  }

  /// Alone and in development, whatever the environment or the command line names: it serves
  /// nobody, and must not meet the processes of a cluster.
  static ApplicationListener<?> settings(WorkFolder work, DatabaseAddress database) {
    return new First(
        Map.ofEntries(
            entry("antar.work", work.root().toString()),
            entry("antar.mode", "development"),
            entry("antar.cluster.name", ""),
            entry("antar.redis.url", ""),
            entry("antar.roles", "gateway,query"),
            entry("antar.show-tokens", "false"),
            entry("antar.elasticsearch.url", "http://localhost:1"),
            entry("antar.mysql.url", database.url()),
            entry("antar.mysql.read-url", ""),
            entry("antar.log.chained", "false"),
            entry("antar.checks-restore", "true")));
  }

  /// Settings before all others. On a command line, everybody on the machine would see the
  /// database's password.
  private record First(Map<String, Object> settings)
      implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
      event
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("checking engine", settings));
    }

    @Override
    public int getOrder() {
      return Ordered.HIGHEST_PRECEDENCE;
    }
  }
}
