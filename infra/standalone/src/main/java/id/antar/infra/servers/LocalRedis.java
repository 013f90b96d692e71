package id.antar.infra.servers;

import id.antar.infra.work.Console;
import id.antar.infra.work.WorkFolder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// The machine's own `redis-server`, or the published one where there is none, on the loopback
/// address, with a password that is kept in the work folder. It keeps nothing.
public final class LocalRedis implements AutoCloseable {
  private static final String NAME = "Redis";
  private static final String PROGRAM = "redis-server";
  private static final String PASSWORD_FILE = "redis/password";
  private static final String PORT_FILE = "redis/port";

  private final KeptAlive process;
  private final String url;

  private LocalRedis(KeptAlive process, String url) {
    this.process = process;
    this.url = url;
  }

  /// Told of each process that is up.
  public interface Started {
    /// @param url without the password
    void process(long pid, String url);
  }

  public static LocalRedis start(
      WorkFolder work, Servers.Settings settings, Console console, Started started) {
    Path program =
        installed()
            .orElseGet(() ->
                published(new ServerFolders(work, settings.archives(), settings.home()), console));
    work.folder("redis");
    work.folder("logs");
    String former = work.find(PORT_FILE);
    int port = Machine.freePort();
    String password = ServerPassword.of(work, PASSWORD_FILE);
    work.writeSecret(
        "redis/redis.conf",
        """
        bind 127.0.0.1
        port %d
        requirepass %s
        save ""
        appendonly no
        dir %s
        """
            .formatted(port, password, work.path("redis")));
    Path pids = work.path("redis/pids");
    String file = work.path("redis/redis.conf").toString();
    // By then it calls itself so.
    ServerProcess.stopLeftover(
        pids, PROGRAM + " 127.0.0.1:" + (former == null ? "" : former.strip()));
    work.write(PORT_FILE, port + "\n");
    var process =
        new KeptAlive(NAME, unwanted -> start(program, file, port, work, started, unwanted));
    console.say("  %-14s 127.0.0.1:%d".formatted(NAME, port));
    return new LocalRedis(process, "redis://:" + password + "@127.0.0.1:" + port);
  }

  private static ServerProcess start(
      Path program,
      String file,
      int port,
      WorkFolder work,
      Started started,
      BooleanSupplier unwanted) {
    ServerProcess process =
        ServerProcess.start(
            NAME,
            new ProcessBuilder(new ArrayList<>(List.of(program.toString(), file))),
            work.path("logs/redis.log"),
            work.path("redis/pids"));
    process.awaitReady(
        () -> unwanted.getAsBoolean() || Machine.answers(port), Duration.ofSeconds(30));
    started.process(process.pid(), "redis://127.0.0.1:" + port);
    return process;
  }

  private static Optional<Path> installed() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// From the binaries that embedded-redis publishes; its launcher is not used.
  private static Path published(ServerFolders folders, Console console) {
    Path unpacked = folders.unpack("redis-*.jar", "", console);
    String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    boolean isArm = System.getProperty("os.arch").equals("aarch64");
    String name = PROGRAM + "-*-" + system + (isArm ? "-arm64" : "-amd64");
    try (DirectoryStream<Path> found = Files.newDirectoryStream(unpacked, name)) {
      Path program = found.iterator().next();
      if (!program.toFile().setExecutable(true, false)) {
        throw new IllegalStateException(program + " cannot be made executable.");
      }
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchElementException _) {
      throw new IllegalStateException(
          "There is no redis-server for this machine. Maybe install one.");
    }
  }

  public String url() {
    return url;
  }

  @Override
  public void close() {
    process.close();
  }
}
