package id.antar.infra.backup;

import id.antar.infra.backup.Manifest.LogSpan;
import id.antar.infra.backup.Manifest.Piece;
import id.antar.infra.backup.Tables.Kind;
import id.antar.infra.backup.Tables.Part;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Makes one backup of an engine's database and of what its work folder keeps, while it runs.
public final class TakingBackup {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// What opens a backup is kept with the newest two only: who is forgotten is so in all others
  /// once that many have been made.
  private static final int WITH_SECRETS = 2;

  private final BackupFolder folder;
  private final BackupKey key;
  private final String engine;
  private final Consumer<String> say;

  /// @param engine the engine's version
  public TakingBackup(Path folder, BackupKey key, String engine, Consumer<String> say) {
    this.folder = BackupFolder.at(folder, key);
    this.key = key;
    this.engine = engine;
    this.say = say;
  }

  /// @param name of the backup
  /// @param settledHash in hexadecimal, of the log's chain at `settled`
  public record Taken(
      String name,
      boolean full,
      long bytes,
      long events,
      long settled,
      String settledHash,
      Map<String, Long> rows) {}

  /// @param full also if there is one to go on from
  public Taken take(DatabaseAddress database, WorkFolder work, boolean full)
      throws IOException, SQLException {
    return folder.alone(() -> {
      String masterKeys = WorkFiles.masterKeys(work);
      try (Snapshot snapshot = Snapshot.of(database)) {
        List<Manifest> before = folder.list();
        Optional<Manifest> previous =
            full || before.isEmpty()
                ? Optional.empty()
                : Optional.of(before.getLast()).filter(it -> goesOn(it, snapshot));
        Manifest made = write(snapshot, previous, work, masterKeys);
        dropSecrets(before);
        say.accept("The backup " + made.backup() + " is whole.");
        return new Taken(
            made.backup(),
            made.isFull(),
            made.bytes(),
            made.log().events(),
            made.log().settled(),
            made.log().settledHash(),
            made.rows());
      } catch (SQLException e) {
        throw new IOException("The database cannot be read: " + e.getMessage(), e);
      }
    });
  }

  /// Whether the log is still the one of which that backup has the beginning.
  private boolean goesOn(Manifest previous, Snapshot snapshot) {
    try {
      LogSpan log = previous.log();
      if (!previous.schema().equals(snapshot.schema())) {
        say.accept(
            "The schema is another one than in " + previous.backup() + ": this is a full backup.");
        return false;
      }
      if (!snapshot.hashAt(log.settled()).equals(log.settledHash())
          || snapshot.eventsUpTo(log.settled()) != log.settledEvents()) {
        say.accept(
            "The log is not the one of which "
                + previous.backup()
                + " has the beginning: this is a full backup. Maybe see ./antar verify-log.");
        return false;
      }
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be read: " + e.getMessage(), e);
    }
  }

  private Manifest write(
      Snapshot snapshot, Optional<Manifest> previous, WorkFolder work, String masterKeys)
      throws IOException, SQLException {
    String name = NAME.format(snapshot.takenAt()) + (previous.isEmpty() ? "-full" : "-incr");
    long after = previous.map(it -> it.log().settled()).orElse(0L);
    LogSpan log = snapshot.log(after);
    say.accept(
        previous
            .map(it -> "Backing up what came after " + it.backup() + " …")
            .orElse("Backing up everything …"));
    Path unfinished = folder.begin(name);
    var pieces = new ArrayList<Piece>();
    var rows = new TreeMap<String, Long>();
    for (Kind kind : kinds(previous.isEmpty())) {
      try (var to = new Rows.Writer(folder.write(unfinished, name, kind.piece()))) {
        copy(snapshot, kind, after, to, rows);
        if (kind == Kind.SECRETS) {
          WorkFiles.write(work, masterKeys, to);
        }
      }
      pieces.add(BackupFolder.measured(unfinished, kind.piece()));
      say.accept("  %-8s %,d bytes".formatted(kind.piece(), pieces.getLast().bytes()));
    }
    var manifest =
        new Manifest(
            name,
            previous.map(Manifest::backup).orElse(null),
            key.id(),
            engine,
            snapshot.schema(),
            snapshot.server(),
            snapshot.takenAt(),
            log,
            pieces,
            rows);
    folder.complete(unfinished, manifest);
    return manifest;
  }

  private static List<Kind> kinds(boolean full) {
    return full
        ? List.of(Kind.LOG, Kind.SECRETS, Kind.STATE, Kind.DUE, Kind.VIEWS)
        : List.of(Kind.LOG, Kind.SECRETS, Kind.STATE, Kind.DUE);
  }

  private static void copy(
      Snapshot snapshot, Kind kind, long after, Rows.Writer to, Map<String, Long> rows)
      throws IOException, SQLException {
    for (Part part : Tables.of(kind, snapshot.tables())) {
      String table = part.table().name();
      boolean byPosition = table.equals(Tables.EVENTS) || table.equals(Tables.LINKS);
      Part wanted =
          byPosition
              ? new Part(part.table(), "global_index > " + after + " ORDER BY global_index")
              : part;
      rows.merge(table, snapshot.copy(wanted, to), Long::sum);
    }
  }

  private void dropSecrets(List<Manifest> before) {
    int past = Math.max(0, before.size() - (WITH_SECRETS - 1));
    before.subList(0, past).stream()
        .filter(it -> folder.drop(it, Kind.SECRETS.piece()))
        .forEach(
            it -> say.accept("The keys in " + it.backup() + " are deleted: newer ones are kept."));
  }
}
