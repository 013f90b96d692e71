package id.antar.infra.servers;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import id.antar.infra.work.Console;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Elasticsearch as a child process on the loopback address.
///
/// It refuses to be run by root. Then it runs as the user *nobody*, who owns its folders; where the
/// way to them is closed to others (a work folder below `/root`), it keeps the right to pass closed
/// folders, and nothing else of root's rights.
final class EmbeddedElasticsearch implements AutoCloseable {
  private static final String NAME = "Elasticsearch";
  private static final int NOBODY = 65534;
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final KeptAlive process;
  private final URI url;

  private EmbeddedElasticsearch(KeptAlive process, URI url) {
    this.process = process;
    this.url = url;
  }

  static EmbeddedElasticsearch start(ServerFolders folders, int wantedPort, Console console) {
    WorkFolder work = folders.work();
    Path home = folders.unpack("elasticsearch-*.zip", "elasticsearch-*/", console);
    Path own = work.folder("elasticsearch");
    int port = wantedPort == 0 ? Machine.freePort() : wantedPort;
    URI url = URI.create("http://127.0.0.1:" + port);
    return new EmbeddedElasticsearch(
        new KeptAlive(NAME, unwanted -> start(work, home, own, url, unwanted)), url);
  }

  /// At the same address every time. What is left of the one before, such as a child that has
  /// outlived it, is stopped first.
  private static ServerProcess start(
      WorkFolder work, Path home, Path own, URI url, BooleanSupplier unwanted) {
    Path pidFile = work.path("elasticsearch.pids");
    ServerProcess.stopLeftover(pidFile, own + "/");
    configure(work, home, own, url.getPort());
    ServerProcess process =
        ServerProcess.start(
            NAME, builder(home, own), work.folder("logs").resolve("elasticsearch.log"), pidFile);
    process.awaitReady(() -> unwanted.getAsBoolean() || isHealthy(url), PATIENCE);
    return process;
  }

  private static void configure(WorkFolder work, Path home, Path own, int port) {
    try {
      for (String folder : List.of("config", "data", "logs", "tmp")) {
        work.folder("elasticsearch/" + folder);
      }
      Path config = own.resolve("config");
      // Left by one that was killed in its first moments; the next would stumble over it.
      Files.deleteIfExists(config.resolve("elasticsearch.keystore.tmp"));
      Files.copy(
          home.resolve("config/log4j2.properties"),
          config.resolve("log4j2.properties"),
          StandardCopyOption.REPLACE_EXISTING);
      Files.writeString(
          config.resolve("jvm.options"),
          """
          -Xms512m
          -Xmx512m
          -XX:+UseSerialGC
          -XX:+ExitOnOutOfMemoryError
          -Djava.io.tmpdir=${ES_TMPDIR}
          20-:--add-modules=jdk.incubator.vector
          """);
      Files.writeString(
          config.resolve("elasticsearch.yml"),
          """
          cluster.name: antar
          discovery.type: single-node
          path.data: %s
          path.logs: %s
          http.host: 127.0.0.1
          http.port: %d
          transport.host: 127.0.0.1
          transport.port: %d
          xpack.security.enabled: false
          xpack.ml.enabled: false
          cluster.routing.allocation.disk.threshold_enabled: false
          indices.breaker.total.use_real_memory: false
          """
              .formatted(own.resolve("data"), own.resolve("logs"), port, Machine.freePort()));
      if (Machine.isRoot()) {
        giveTo(own);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(NAME + "'s folder cannot be prepared.", e);
    }
  }

  /// Never what a link points to: its new owner could have laid it.
  private static void giveTo(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.setAttribute(file, "unix:uid", NOBODY, NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", NOBODY, NOFOLLOW_LINKS);
      }
    }
  }

  private static ProcessBuilder builder(Path home, Path own) {
    String java = System.getProperty("java.home");
    var command = new ArrayList<String>();
    if (Machine.isRoot()) {
      command.addAll(asNobody(home, own, Path.of(java)));
    }
    command.add(
        home.resolve(Machine.isWindows() ? "bin/elasticsearch.bat" : "bin/elasticsearch")
            .toString());
    var builder = new ProcessBuilder(command).directory(own.resolve("logs").toFile());
    var environment = builder.environment();
    environment
        .keySet()
        .removeIf(
            name -> name.startsWith("ES_") || name.startsWith("CLI_") || name.equals("JAVA_HOME"));
    environment.put("ES_JAVA_HOME", java);
    environment.put("ES_PATH_CONF", own.resolve("config").toString());
    environment.put("ES_TMPDIR", own.resolve("tmp").toString());
    return builder;
  }

  private static List<String> asNobody(Path home, Path own, Path java) {
    if (!Files.isExecutable(SETPRIV)) {
      throw new IllegalStateException(
          NAME
              + " refuses to be run by root, and there is no "
              + SETPRIV
              + " to run it as nobody. Maybe install util-linux, start the engine as another user,"
              + " or name a server of yours in ANTAR_ELASTICSEARCH_URL.");
    }
    var command =
        new ArrayList<>(
            List.of(
                SETPRIV.toString(), "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    if (!Stream.of(home, own, java).allMatch(Machine::isReachableByOthers)) {
      command.addAll(
          List.of(
              "--inh-caps=-all,+dac_override",
              "--ambient-caps=-all,+dac_override",
              "--securebits=+no_setuid_fixup"));
    }
    return command;
  }

  private static boolean isHealthy(URI url) {
    try {
      var connection =
          (HttpURLConnection)
              url.resolve("/_cluster/health?wait_for_status=yellow&timeout=1s")
                  .toURL()
                  .openConnection();
      connection.setConnectTimeout(500);
      connection.setReadTimeout(3000);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  URI url() {
    return url;
  }

  @Override
  public void close() {
    process.close();
  }
}
