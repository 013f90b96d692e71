package id.antar.query.rebuild;

import java.util.Optional;

/// Whose turn it is to build rows beside the live ones, among all engines on one database: there is
/// one such place for each projection.
public interface RebuildTurns {

  /// @return empty if another has it
  Optional<Turn> take();

  /// Lost with the connection that holds it.
  interface Turn extends AutoCloseable {

    /// @throws IllegalStateException if it was lost meanwhile
    void requireHeld();

    @Override
    void close();
  }
}
