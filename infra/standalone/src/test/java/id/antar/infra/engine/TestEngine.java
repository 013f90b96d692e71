package id.antar.infra.engine;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.awaitility.Awaitility.await;

import id.antar.infra.startup.EngineStart;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One engine for all tests of a JVM, with its real servers, twenty times as fast as life.
public final class TestEngine {
  private static final Path TARGET =
      Path.of(Objects.requireNonNullElse(System.getProperty("antar.test.folder"), "target"));

  private static final List<FileLock> OURS = new ArrayList<>();
  private static final Path RUNNING = free(1);

  private TestEngine() {}

  /// Tests run in several processes at once, each with an engine and servers of its own.
  private static Path free(int number) {
    try {
      Path folder = Files.createDirectories(TARGET.resolve("it").resolve("" + number));
      FileLock lock = FileChannel.open(folder.resolve("lock"), CREATE, WRITE).tryLock();
      if (lock == null) {
        return free(number + 1);
      }
      OURS.add(lock);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    static final ConfigurableApplicationContext CONTEXT = start();

    private static ConfigurableApplicationContext start() {
      clear("engine");
      List<String> options = new ArrayList<>(options("engine", 20));
      options.addAll(NamedServers.options());
      options.addAll(List.of(TracedConfiguration.OPTIONS));
      var context =
          EngineStart.application(PoisonConfiguration.class, TracedConfiguration.class)
              .run(options.toArray(String[]::new));
      awaitSearch(api(context));
      return context;
    }
  }

  /// A new engine makes its search indexes, and there is one rebuild at a time.
  private static void awaitSearch(Api api) {
    for (String search : List.of("/v1/orders/search", "/v1/menus/search")) {
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> isMade(api.operator().get(search + "?limit=1")));
    }
  }

  private static boolean isMade(Api.Answer answer) {
    return answer.status() == 200 && !answer.ok().at("/index/rebuilding").asBoolean(true);
  }

  /// What an earlier run has left says nothing about this one.
  static void clear(String name) {
    try {
      FileSystemUtils.deleteRecursively(work(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ConfigurableApplicationContext context() {
    return Shared.CONTEXT;
  }

  public static <T> T bean(Class<T> type) {
    return Shared.CONTEXT.getBean(type);
  }

  /// For who searches nothing: starting a search server takes longer than all else together.
  static final String WITHOUT_SEARCH = "--antar.elasticsearch.url=http://localhost:1";

  /// The servers are unpacked once for all.
  static List<String> options(String name, int speed) {
    return List.of(
        "--server.port=0",
        "--antar.work=" + work(name),
        "--antar.servers.archives=" + TARGET.resolve("servers").toAbsolutePath(),
        "--antar.map.file=" + TARGET.resolve("servers/monaco-latest.osm.pbf").toAbsolutePath(),
        "--antar.servers.home=" + RUNNING.resolve("servers").toAbsolutePath(),
        "--antar.quiet=true",
        "--antar.gateway.stream.recent-facts=50",
        "--antar.gateway.stream.heartbeat=PT0.2S",
        "--antar.audit.window=PT2S",
        "--antar.board.frame-every=20",
        "--antar.alerts.watching=false",
        "--antar.alerts.no-courier=PT20S",
        "--antar.log.checkpoint-after=PT5S",
        "--antar.clock.speed=" + speed);
  }

  public static Path work() {
    return work("engine");
  }

  static Path work(String name) {
    return RUNNING.resolve(name).toAbsolutePath();
  }

  static Api api() {
    return api(Shared.CONTEXT);
  }

  private static Api api(ConfigurableApplicationContext context) {
    String port = context.getEnvironment().getProperty("local.server.port");
    return new Api("http://localhost:" + port, tokens("engine"));
  }

  static JsonNode tokens(String name) {
    String tokens = WorkFolder.at(work(name)).find("tokens.json");
    return JsonMapper.shared().readTree(Objects.requireNonNull(tokens));
  }
}
