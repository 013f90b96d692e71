package id.antar.infra.cli;

import static id.antar.infra.cli.BackupTool.SAY;

import id.antar.infra.backup.BackupKey;
import id.antar.infra.backup.DatabaseAtHand;
import id.antar.infra.backup.DatabaseAtHand.Where;
import id.antar.infra.backup.Restoring;
import id.antar.infra.backup.Restoring.Restored;
import id.antar.infra.backup.TakingBackup;
import id.antar.infra.backup.TakingBackup.Taken;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/// Backs an engine up as it runs, restores it somewhere else, and holds the two against each other.
/// Nothing of the engine's is changed; what it makes is deleted at the end.
final class DisasterDrill {
  private final BackupWish wish;
  private final Optional<Path> parent;

  /// @param parent of the folder that everything is made in
  DisasterDrill(BackupWish wish, Optional<Path> parent) {
    this.wish = wish;
    this.parent = parent;
  }

  /// @return whether all was the same
  boolean run() throws IOException, SQLException, InterruptedException {
    if (wish.where().url().isBlank() && !Files.isDirectory(wish.work().resolve("mariadb/data"))) {
      throw new IllegalArgumentException(
          "There is no engine's database in "
              + wish.work()
              + ". Maybe make one: ./antar demo --exit.");
    }
    Path scratch =
        parent.isPresent()
            ? Files.createTempDirectory(
                Files.createDirectories(parent.get().toAbsolutePath()), "antar-drill-")
            : Files.createTempDirectory("antar-drill-");
    try {
      return run(scratch);
    } finally {
      FileSystemUtils.deleteRecursively(scratch);
    }
  }

  private boolean run(Path scratch) throws IOException, SQLException, InterruptedException {
    BackupKey key = wish.key().orElseGet(DisasterDrill::anyKey);
    long began = System.nanoTime();
    Timed full = take(scratch, key, true);
    Timed last = take(scratch, key, false);
    long backedUp = System.nanoTime();

    Restoring restoring =
        Restoring.prepare(scratch.resolve("backups"), key, Optional.empty(), Optional.empty(), SAY);
    WorkFolder work = WorkFolder.at(scratch.resolve("work"));
    var where = new Where("", wish.where().archives(), wish.where().home());
    try (DatabaseAtHand database = DatabaseAtHand.openAlone(work, where)) {
      Restored restored = restoring.load(database.address(), work, false, Set.of());
      Duration loaded = since(backedUp);
      List<String> differences = differences(last.taken(), restored, database.address());
      differences.forEach(it -> SAY.accept("  ! " + it));
      boolean whole = BackupTool.isWhole(wish, work, database);
      report(full, last, loaded, since(backedUp), since(began));
      boolean same = whole && differences.isEmpty();
      SAY.accept(same ? "The restored engine is the one that was backed up." : "They differ.");
      return same;
    }
  }

  private static BackupKey anyKey() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return BackupKey.decode("memory", Base64.getEncoder().encodeToString(bytes));
  }

  private record Timed(Taken taken, Duration took) {}

  private Timed take(Path scratch, BackupKey key, boolean full) throws IOException, SQLException {
    WorkFolder work = WorkFolder.at(wish.work());
    long began = System.nanoTime();
    try (DatabaseAtHand database = DatabaseAtHand.open(work, wish.where())) {
      Taken taken =
          new TakingBackup(scratch.resolve("backups"), key, BackupTool.version(), SAY)
              .take(database.address(), work, full);
      return new Timed(taken, since(began));
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private static List<String> differences(Taken taken, Restored restored, DatabaseAddress database)
      throws SQLException {
    var differences = new ArrayList<String>();
    if (taken.events() != restored.events()) {
      differences.add(
          "There were %d events, and %d are restored."
              .formatted(taken.events(), restored.events()));
    }
    if (!taken.settledHash().equals(hashAt(taken.settled(), database))) {
      differences.add("The log's chain is another one at position " + taken.settled() + ".");
    }
    restored
        .rows()
        .forEach((table, rows) -> {
          Long before = taken.rows().get(table);
          boolean isWhole =
              before != null && !table.equals("domain_event") && !table.equals("event_chain");
          boolean isOfViews = table.equals("processor_token") || table.equals("dead_letter");
          if (isWhole && !isOfViews && !Objects.equals(before, rows)) {
            differences.add("%s had %d rows, and has %d.".formatted(table, before, rows));
          }
        });
    return differences;
  }

  private static String hashAt(long position, DatabaseAddress database) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT hash FROM event_chain WHERE global_index = " + position)) {
      return row.next() ? HexFormat.of().formatHex(row.getBytes(1)) : "";
    }
  }

  private static void report(
      Timed full, Timed last, Duration loaded, Duration checked, Duration all) {
    SAY.accept(
        """

        %,d events; a full backup has %,d bytes
          full backup          %6.1f s
          incremental backup   %6.1f s   (RPO: this, and the time between two of them)
          restored             %6.1f s   (an engine can be started)
          and checked          %6.1f s   (RTO: this, and the start of an engine)
          the drill            %6.1f s
        """
            .formatted(
                last.taken().events(),
                full.taken().bytes(),
                seconds(full.took()),
                seconds(last.took()),
                seconds(loaded),
                seconds(checked),
                seconds(all)));
  }

  private static double seconds(Duration span) {
    return span.toMillis() / 1000.0;
  }
}
