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
import java.time.Instant;
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
  static final int WITH_SECRETS = 2;

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
  /// @param otherLog also if the last backup there is of another log, such as that of before a
  ///   restore; its keys are deleted like all older ones
  public record Wish(boolean full, boolean otherLog) {}

  public Taken take(DatabaseAddress database, WorkFolder work, Wish wish)
      throws IOException, SQLException {
    return folder.alone(() -> {
      sayWhatIsNotHere(work);
      String masterKeys = WorkFiles.masterKeys(work);
      try (Snapshot snapshot = Snapshot.of(database)) {
        List<Manifest> before = folder.list();
        Optional<Manifest> previous = previous(before, snapshot, wish);
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

  private void sayWhatIsNotHere(WorkFolder work) {
    WorkFiles.givenFromOutside(work)
        .forEach(key ->
            say.accept(
                "%s is not in the work folder, so it is not in the backup: a restored engine needs it given as %s."
                    .formatted(key.file(), key.variable())));
  }

  /// The backup to go on from, if this is not to be a full one.
  private Optional<Manifest> previous(List<Manifest> before, Snapshot snapshot, Wish wish)
      throws IOException, SQLException {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Manifest last = before.getLast();
    requireLater(last, snapshot.takenAt());
    boolean same = isSame(last.log(), snapshot);
    if (!same && !wish.otherLog()) {
      throw new IllegalStateException(
          "The log does not go on from the last backup there, %s: it is another engine's, or this one was restored to a moment before. Maybe back up to another folder, or say --other-log, which makes a full backup and deletes the keys of the older ones. If neither is so, see ./antar verify-log."
              .formatted(last.backup()));
    }
    if (wish.full()) {
      return Optional.empty();
    }
    Optional<String> reason =
        same ? reasonForAll(before, snapshot.schema()) : Optional.of("The log is another one");
    reason.ifPresent(it -> say.accept(it + ": this is a full backup."));
    return reason.isPresent() ? Optional.empty() : Optional.of(last);
  }

  /// Backups are in the order of their names, which are times.
  static void requireLater(Manifest last, Instant takenAt) {
    if (!takenAt.isAfter(last.takenAt())) {
      throw new IllegalStateException(
          "The database's clock says %s, and the last backup, %s, is of %s: set the clock right."
              .formatted(takenAt, last.backup(), last.takenAt()));
    }
  }

  /// Whether the log is still the one that was backed up so far.
  private static boolean isSame(LogSpan log, Snapshot snapshot) throws SQLException {
    return snapshot.hashAt(log.settled()).equals(log.settledHash())
        && snapshot.eventsUpTo(log.settled()) == log.settledEvents();
  }

  private Optional<String> reasonForAll(List<Manifest> before, String schema) throws IOException {
    Manifest last = before.getLast();
    if (!last.schema().equals(schema)) {
      return Optional.of("The schema is another one than in " + last.backup());
    }
    return folder.reasonNotToGoOn(before);
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
      snapshot.requireSameTables();
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
