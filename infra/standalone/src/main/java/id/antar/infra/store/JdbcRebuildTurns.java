package id.antar.infra.store;

import id.antar.query.rebuild.RebuildTurns;
import java.util.Optional;
import javax.sql.DataSource;

/// Taken by a lock of the database server's.
final class JdbcRebuildTurns implements RebuildTurns {

  private final DataSource database;

  JdbcRebuildTurns(DataSource database) {
    this.database = database;
  }

  @Override
  public Optional<Turn> take() {
    return NamedLock.take(database, "rebuild").map(Held::new);
  }

  private record Held(NamedLock lock) implements Turn {

    @Override
    public void requireHeld() {
      if (!lock.isHeld()) {
        throw new IllegalStateException("The turn to rebuild was lost.");
      }
    }

    @Override
    public void close() {
      lock.close();
    }
  }
}
