package id.antar.infra.backup;

import id.antar.infra.backup.Manifest.Piece;
import id.antar.infra.backup.Tables.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Holds all files of a folder of backups against what their manifests say. Whether a backup makes
/// an engine is said by a drill.
public final class BackupCheck {
  private final BackupFolder folder;
  private final Consumer<String> say;

  public BackupCheck(Path folder, BackupKey key, Consumer<String> say) {
    this.folder = BackupFolder.at(folder, key);
    this.say = say;
  }

  /// @return whether all is there, as it was written
  public boolean isWhole() throws IOException {
    try (BackupFolder.Held _ = folder.hold()) {
      List<Manifest> all = folder.list();
      if (all.isEmpty()) {
        throw new BackupBroken("There is no backup there.");
      }
      boolean whole = true;
      for (Manifest backup : all) {
        boolean newest = all.indexOf(backup) >= all.size() - TakingBackup.WITH_SECRETS;
        whole &= isWhole(backup, newest) & goesOn(all, backup);
      }
      say.accept(
          whole
              ? "%d backups are as they were written.".formatted(all.size())
              : "Not all is as it was written. Maybe take a full backup now: --full.");
      return whole;
    }
  }

  private boolean isWhole(Manifest backup, boolean withSecrets) throws IOException {
    boolean whole = true;
    for (Piece piece : backup.pieces()) {
      boolean mayBeGone = piece.name().equals(Kind.SECRETS.piece()) && !withSecrets;
      try {
        if (!folder.check(backup, piece.name()) && !mayBeGone) {
          say.accept("The piece " + piece.name() + " of " + backup.backup() + " is missing.");
          whole = false;
        }
      } catch (BackupBroken e) {
        say.accept(String.valueOf(e.getMessage()));
        whole = false;
      }
    }
    return whole;
  }

  private boolean goesOn(List<Manifest> all, Manifest backup) {
    try {
      var _ = RestorePlan.chain(all, backup);
      return true;
    } catch (BackupBroken e) {
      say.accept(String.valueOf(e.getMessage()));
      return false;
    }
  }
}
