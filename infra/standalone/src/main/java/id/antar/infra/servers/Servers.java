package id.antar.infra.servers;

import id.antar.infra.work.Console;
import id.antar.infra.work.WorkFolder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The database and the search server, embedded or somewhere else. They start side by side; who
/// asks for an address waits until the server answers.
public final class Servers implements AutoCloseable {
  private final Console console;
  private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();
  private final CompletableFuture<DatabaseAddress> database;
  private final CompletableFuture<URI> search;
  private @Nullable EmbeddedMariaDb mariaDb;
  private @Nullable EmbeddedElasticsearch elasticsearch;
  private boolean closed;

  /// @param archives the folder with the servers as they were published
  /// @param home where they are unpacked to
  /// @param mysqlUrl an external database, or blank
  /// @param mysqlPort 0 for any free one
  /// @param elasticsearchUrl an external search server, or blank
  /// @param elasticsearchPort 0 for any free one
  /// @param searches whether there is to be a search server at all
  public record Settings(
      Path archives,
      Path home,
      String mysqlUrl,
      int mysqlPort,
      String elasticsearchUrl,
      int elasticsearchPort,
      boolean searches) {}

  private Servers(WorkFolder work, Settings settings, Console console) {
    this.console = console;
    var folders = new ServerFolders(work, settings.archives(), settings.home());
    database =
        settings.mysqlUrl().isBlank()
            ? starting(() -> startMariaDb(folders, settings.mysqlPort()))
            : CompletableFuture.completedFuture(DatabaseAddress.parse(settings.mysqlUrl()));
    search = settings.searches() ? searchServer(folders, settings) : unsearched();
  }

  private CompletableFuture<URI> searchServer(ServerFolders folders, Settings settings) {
    return settings.elasticsearchUrl().isBlank()
        ? starting(() -> startElasticsearch(folders, settings.elasticsearchPort()))
        : CompletableFuture.completedFuture(searchAddress(settings.elasticsearchUrl()));
  }

  private static CompletableFuture<URI> unsearched() {
    return CompletableFuture.failedFuture(
        new IllegalStateException("There is no search server where nothing is searched."));
  }

  /// The embedded database that runs in a work folder, also if another process has started it.
  public static Optional<DatabaseAddress> findDatabase(WorkFolder work) {
    return EmbeddedMariaDb.find(work);
  }

  private static URI searchAddress(String text) {
    try {
      var url = new URI(text);
      if (url.getHost() != null && Set.of("http", "https").contains(url.getScheme())) {
        return url;
      }
    } catch (URISyntaxException _) {
      // The reason would repeat the text, which may hold a password.
    }
    throw new IllegalArgumentException(
        "The search server's address is not of the form http://user:password@host:port.");
  }

  public static Servers start(WorkFolder work, Settings settings, Console console) {
    return new Servers(work, settings, console);
  }

  private <T> CompletableFuture<T> starting(Supplier<T> server) {
    return CompletableFuture.supplyAsync(server, starters);
  }

  private DatabaseAddress startMariaDb(ServerFolders folders, int port) {
    long begin = System.nanoTime();
    var started = EmbeddedMariaDb.start(folders, port, console);
    keep(() -> mariaDb = started, started);
    say("MariaDB", "127.0.0.1:" + started.address().port(), begin);
    return started.address();
  }

  private URI startElasticsearch(ServerFolders folders, int port) {
    long begin = System.nanoTime();
    var started = EmbeddedElasticsearch.start(folders, port, console);
    keep(() -> elasticsearch = started, started);
    say("Elasticsearch", started.url().getAuthority(), begin);
    return started.url();
  }

  /// A server that comes up when the engine is already on its way down is stopped at once.
  private synchronized void keep(Runnable assignment, AutoCloseable started) {
    assignment.run();
    if (closed) {
      stop(started);
    }
  }

  private void say(String name, String where, long begin) {
    long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    console.say("  %-14s %s (%d s)".formatted(name, where, seconds));
  }

  public DatabaseAddress database() {
    return await(database);
  }

  public URI search() {
    return await(search);
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /// Stops what this engine started, or is starting. Safe to call twice.
  @Override
  public void close() {
    EmbeddedMariaDb database;
    EmbeddedElasticsearch search;
    synchronized (this) {
      closed = true;
      database = mariaDb;
      search = elasticsearch;
      mariaDb = null;
      elasticsearch = null;
    }
    try {
      stop(search);
    } finally {
      stop(database);
      starters.shutdownNow();
      starters.close();
    }
  }

  private static void stop(@Nullable AutoCloseable server) {
    try {
      if (server != null) {
        server.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException("A server cannot be stopped.", e);
    }
  }
}
