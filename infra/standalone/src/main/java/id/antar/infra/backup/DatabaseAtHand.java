package id.antar.infra.backup;

import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.servers.Servers;
import id.antar.infra.work.Console;
import id.antar.infra.work.EngineFile;
import id.antar.infra.work.WorkFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A work folder's database: somewhere else, that of the engine that runs there, or one that is
/// started alone. While it is open, no engine starts in a folder where none runs.
public final class DatabaseAtHand implements AutoCloseable {

  private final DatabaseAddress address;
  private final WorkFolder work;
  private final @Nullable Servers started;

  private DatabaseAtHand(DatabaseAddress address, WorkFolder work, @Nullable Servers started) {
    this.address = address;
    this.work = work;
    this.started = started;
  }

  /// @param url of a database somewhere else; blank for the folder's own
  /// @param archives of the servers
  /// @param home where they are unpacked to
  public record Where(String url, Path archives, Path home) {}

  /// For reading: an engine may run there.
  public static DatabaseAtHand open(WorkFolder work, Where where) {
    if (!where.url().isBlank()) {
      return new DatabaseAtHand(DatabaseAddress.parse(where.url()), work, null);
    }
    if (EngineFile.at(work).find().isEmpty()) {
      return start(work, where);
    }
    Optional<DatabaseAddress> running = Servers.findDatabase(work);
    return new DatabaseAtHand(
        running.orElseThrow(() ->
            new IllegalStateException(
                "The engine that runs in "
                    + work.root()
                    + " has its database somewhere else: say where with --mysql-url.")),
        work,
        null);
  }

  /// For writing: no engine may run there.
  public static DatabaseAtHand openAlone(WorkFolder work, Where where) {
    if (where.url().isBlank()) {
      return start(work, where);
    }
    work.takeLock();
    return new DatabaseAtHand(DatabaseAddress.parse(where.url()), work, null);
  }

  private static DatabaseAtHand start(WorkFolder work, Where where) {
    work.takeLock();
    Servers servers =
        Servers.start(
            work,
            new Servers.Settings(where.archives(), where.home(), "", 0, "", 0, false),
            Console.silent());
    try {
      return new DatabaseAtHand(servers.database(), work, servers);
    } catch (RuntimeException e) {
      servers.close();
      work.close();
      throw e;
    }
  }

  public DatabaseAddress address() {
    return address;
  }

  /// An engine may start in the folder now, on this database; it goes on running.
  public void letEnginesIn() {
    work.close();
  }

  @Override
  public void close() {
    if (started != null) {
      started.close();
    }
    work.close();
  }
}
