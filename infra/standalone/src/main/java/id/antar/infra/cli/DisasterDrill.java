package id.antar.infra.cli;

import static id.antar.infra.cli.BackupTool.SAY;

import id.antar.infra.backup.BackupKey;
import id.antar.infra.backup.DatabaseAtHand;
import id.antar.infra.backup.DatabaseAtHand.Where;
import id.antar.infra.backup.Restoring;
import id.antar.infra.backup.Restoring.Restored;
import id.antar.infra.backup.TakingBackup;
import id.antar.infra.backup.TakingBackup.Taken;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Backs an engine up as it runs, restores it somewhere else, and holds the two against each other.
/// Nothing of the engine's is changed; what it makes is deleted at the end.
final class DisasterDrill {
  private final BackupWish wish;
  private final Path scratch;

  /// @param scratch a folder in which everything is made
  DisasterDrill(BackupWish wish, Path scratch) {
    this.wish = wish;
    this.scratch = scratch;
  }

  /// @return whether all was the same
  boolean run() throws IOException, SQLException, InterruptedException {
    if (wish.where().url().isBlank() && !Files.isDirectory(wish.work().resolve("mariadb/data"))) {
      throw new IllegalArgumentException(
          "There is no engine's database in "
              + wish.work()
              + ". Maybe make one: ./antar demo --exit.");
    }
    Path parent = Files.createDirectories(scratch.toAbsolutePath());
    try (DrillFolder folder = DrillFolder.in(parent)) {
      return run(folder);
    }
  }

  private boolean run(DrillFolder folder) throws IOException, SQLException, InterruptedException {
    BackupKey key = wish.key().orElseGet(DisasterDrill::anyKey);
    Path backups = folder.root().resolve("backups");
    long began = System.nanoTime();
    Timed full = take(backups, key, true);
    Timed last = take(backups, key, false);
    long backedUp = System.nanoTime();

    WorkFolder work = WorkFolder.at(folder.root().resolve("work"));
    var where = new Where("", wish.where().archives(), wish.where().home());
    try (Restoring restoring =
            Restoring.prepare(backups, key, Optional.empty(), Optional.empty(), SAY);
        DatabaseAtHand database = DatabaseAtHand.openAlone(work, where)) {
      folder.isUsedBy(database);
      Restored restored = restoring.load(database.address(), work, false, Set.of());
      Duration loaded = since(backedUp);
      boolean whole = BackupTool.isWhole(wish, work, database);
      var rows = new TreeMap<>(restored.rows());
      rows.putAll(restoring.loadDue(database.address()));
      List<String> differences =
          DrillDifferences.between(full.taken(), last.taken(), restored, rows);
      differences.forEach(it -> SAY.accept("  ! " + it));
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

  private Timed take(Path backups, BackupKey key, boolean full) throws IOException, SQLException {
    WorkFolder work = WorkFolder.at(wish.work());
    long began = System.nanoTime();
    try (DatabaseAtHand database = DatabaseAtHand.open(work, wish.where())) {
      Taken taken =
          new TakingBackup(backups, key, BackupTool.version(), SAY)
              .take(database.address(), work, new TakingBackup.Wish(full, false));
      return new Timed(taken, since(began));
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
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
