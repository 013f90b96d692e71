package id.antar.infra.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.startup.EngineStart;
import id.antar.infra.work.EngineFile;
import id.antar.infra.work.EngineFile.Engine;
import id.antar.infra.work.WorkFolder;
import id.antar.query.projection.Projector;
import id.antar.query.search.SearchIndex;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.context.ConfigurableApplicationContext;

/// An engine that only reads: it brings the views up to the log's end, holds the log against its
/// chain, and the views against the events. It decides nothing, dispatches nobody and asks no
/// search server.
final class CheckingEngine {
  private CheckingEngine() {}

  static boolean isWhole(WorkFolder work, DatabaseAddress database, List<String> given)
      throws IOException, InterruptedException {
    try (ConfigurableApplicationContext context =
        EngineStart.run(options(work, database, given).toArray(String[]::new))) {
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

  /// Of two settings of one name the first would count.
  private static List<String> options(
      WorkFolder work, DatabaseAddress database, List<String> given) {
    var options =
        new ArrayList<>(
            List.of(
                "--antar.work=" + work.root(),
                "--antar.roles=gateway,query",
                "--antar.show-tokens=false",
                "--antar.elasticsearch.url=http://localhost:1",
                "--antar.mysql.url=" + url(database)));
    given.stream()
        .filter(it -> options.stream().noneMatch(own -> name(own).equals(name(it))))
        .forEach(options::add);
    return options;
  }

  private static String name(String option) {
    return option.substring(0, option.indexOf('='));
  }

  private static String url(DatabaseAddress it) {
    return "mysql://%s:%s@%s:%d/%s%s"
        .formatted(
            URLEncoder.encode(it.user(), UTF_8),
            URLEncoder.encode(it.password(), UTF_8),
            it.host(),
            it.port(),
            it.database(),
            it.options().isEmpty() ? "" : "?" + it.options());
  }
}
