package id.antar.infra.board;

import id.antar.infra.store.NamedLock;
import id.antar.query.track.TrackTurn;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Taken by a lock of the database server's, and lost with the connection.
final class LockedTrackTurn implements TrackTurn {

  private final DataSource database;
  private final String lock;
  private @Nullable NamedLock held;

  /// @param lock its name, in letters
  LockedTrackTurn(DataSource database, String lock) {
    this.database = database;
    this.lock = lock;
  }

  @Override
  public synchronized boolean isOurs() {
    if (held != null && held.isHeld()) {
      return true;
    }
    letGo();
    held = NamedLock.take(database, lock).orElse(null);
    return held != null;
  }

  @Override
  public synchronized void letGo() {
    if (held != null) {
      held.close();
      held = null;
    }
  }
}
