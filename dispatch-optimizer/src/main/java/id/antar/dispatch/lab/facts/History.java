package id.antar.dispatch.lab.facts;

import java.time.Instant;

/// Where what happened can be read again.
public interface History {

  /// Facts of orders, assignments, couriers and dispatch, in the order of the store.
  interface Reader {
    /// @param recordedAt when the engine stored it
    /// @return whether more is wanted
    boolean read(Object event, Instant recordedAt);
  }

  /// @param since from the first event stored no earlier
  /// @param pulse run now and then; what it throws ends the reading
  void read(Instant since, Runnable pulse, Reader reader);
}
